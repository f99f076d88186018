package hudson.model.queue;

import dev.plumbline.jenkins.Signature;
import hudson.model.Queue;
import org.springframework.security.core.Authentication;

/** Signatures of {@code hudson.model.queue.Tasks} in Jenkins core. */
public class Tasks {
    public static Authentication getAuthenticationOf2(Queue.Task task) {
        return Signature.called();
    }
}
