package dev.plumbline.cli;

/** A command that can tell where it failed. */
interface Debuggable {
    boolean debug();
}
