package hudson;

import dev.plumbline.jenkins.Signature;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import org.jenkinsci.remoting.RoleSensitive;

/** Signatures of {@code hudson.FilePath} in Jenkins core. */
public final class FilePath implements Serializable {
    private static final long serialVersionUID = 1L;

    public FilePath(File local) {}

    public String getRemote() {
        return Signature.called();
    }

    public void mkdirs() throws IOException, InterruptedException {
        Signature.called();
    }

    public <T> T act(FileCallable<T> callable) throws IOException, InterruptedException {
        return Signature.called();
    }

    /** Signature of the nested type. */
    public interface FileCallable<T> extends Serializable, RoleSensitive {
        T invoke(File file, VirtualChannel channel) throws IOException, InterruptedException;
    }
}
