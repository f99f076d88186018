package hudson.model;

import dev.plumbline.jenkins.Signature;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Serializable;

/** Signatures of {@code hudson.model.TaskListener} in Jenkins core. */
public interface TaskListener extends Serializable {
    PrintStream getLogger();

    default PrintWriter error(String message) {
        return Signature.called();
    }
}
