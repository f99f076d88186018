package dev.plumbline.git;

import java.io.File;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Keeps JGit from looking at and acting on the system it runs on: no {@code git} is started to ask for its configuration,
 * no file is written to measure the file system's clock, no environment variable redirects it.
 */
final class BareSystem extends SystemReader.Delegate {
    private BareSystem(SystemReader system) {
        super(system);
    }

    /** For all that this JGit does, which is our own: class loaders of hosts keep it apart from theirs. */
    static void use() {
        SystemReader system = SystemReader.getInstance();
        if (!(system instanceof BareSystem)) {
            SystemReader.setInstance(new BareSystem(system));
        }
    }

    @Override
    public String getenv(String variable) {
        return null;
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fileSystem) {
        return new NoConfig(parent, fileSystem);
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fileSystem) {
        return new NoConfig(parent, fileSystem);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fileSystem) {
        return new NoConfig(parent, fileSystem);
    }

    private static final class NoConfig extends FileBasedConfig {
        NoConfig(Config parent, FS fileSystem) {
            super(parent, new File("none"), fileSystem);
        }

        @Override
        public void load() {}

        @Override
        public void save() {}

        @Override
        public boolean isOutdated() {
            return false;
        }

        /** What is asked for here is how exact the times of files are. A second is right for all file systems. */
        @Override
        public long getTimeUnit(String section, String subsection, String name, long standard, TimeUnit unit) {
            return section.equals("filesystem")
                    ? unit.convert(1, TimeUnit.SECONDS)
                    : super.getTimeUnit(section, subsection, name, standard, unit);
        }
    }
}
