package dev.plumbline.rules.posture;

import java.util.Locale;
import java.util.Optional;

/**
 * The security controls of the classic secure score and the points each is worth, as Microsoft documents them for
 * Defender for Cloud.
 */
public enum Control {
    ENABLE_MFA("Enable MFA", 10),
    SECURE_MANAGEMENT_PORTS("Secure management ports", 8),
    APPLY_SYSTEM_UPDATES("Apply system updates", 6),
    REMEDIATE_VULNERABILITIES("Remediate vulnerabilities", 6),
    REMEDIATE_SECURITY_CONFIGURATIONS("Remediate security configurations", 4),
    MANAGE_ACCESS_AND_PERMISSIONS("Manage access and permissions", 4),
    ENABLE_ENCRYPTION_AT_REST("Enable encryption at rest", 4),
    ENCRYPT_DATA_IN_TRANSIT("Encrypt data in transit", 4),
    RESTRICT_UNAUTHORIZED_NETWORK_ACCESS("Restrict unauthorized network access", 4),
    ADAPTIVE_APPLICATION_CONTROL("Apply adaptive application control", 3),
    PROTECT_AGAINST_DDOS("Protect applications against DDoS attacks", 2),
    ENABLE_ENDPOINT_PROTECTION("Enable endpoint protection", 2),
    ENABLE_AUDITING_AND_LOGGING("Enable auditing and logging", 1),
    ENHANCED_SECURITY("Enable enhanced security features", 0),
    SECURITY_BEST_PRACTICES("Implement security best practices", 0);

    private final String title;
    private final int points;

    Control(String title, int points) {
        this.title = title;
        this.points = points;
    }

    /** The name used in rule files: {@code encrypt-data-in-transit}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    /** The most that this control can add to the score's sum; 0 for those that do not count. */
    public int points() {
        return points;
    }

    public static Optional<Control> of(String id) {
        for (Control control : values()) {
            if (control.id().equals(id)) {
                return Optional.of(control);
            }
        }
        return Optional.empty();
    }
}
