package io.jenkins.plugins.plumbline;

import hudson.AbortException;
import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.plumbline.scan.AgentScan;
import io.jenkins.plugins.plumbline.scan.OptionException;
import io.jenkins.plugins.plumbline.scan.ScanOrder;
import java.io.File;
import java.io.IOException;
import jenkins.MasterToSlaveFileCallable;

/** Scans where the workspace is. Bytes come back, of which the controller deserialises nothing. */
final class PlumblineCallable extends MasterToSlaveFileCallable<byte[]> {
    private static final long serialVersionUID = 1L;

    private final ScanOrder order;
    private final TaskListener listener;

    PlumblineCallable(ScanOrder order, TaskListener listener) {
        this.order = order;
        this.listener = listener;
    }

    @Override
    public byte[] invoke(File workspace, VirtualChannel channel) throws IOException, InterruptedException {
        try {
            return AgentScan.run(order, workspace.toPath().toAbsolutePath().normalize(), listener.getLogger());
        } catch (OptionException e) {
            throw new AbortException(e.getMessage());
        } catch (IOException | RuntimeException | LinkageError e) {
            // The controller is sent no object of a library's, which it might refuse: what went wrong is in the log.
            e.printStackTrace(listener.getLogger());
            throw new AbortException("Plumbline could not scan: " + e);
        }
    }
}
