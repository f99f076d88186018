package dev.plumbline.rules.posture;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The classic secure score: each control scores {@code points × healthy / (healthy + unhealthy)}, the score is what the
 * controls reach of what they could, in percent. Controls without resources count in neither sum.
 *
 * @param controls those with at least one resource assessed, in {@link Control}'s order
 */
public record SecureScore(List<ControlScore> controls) {

    public SecureScore {
        controls = List.copyOf(controls);
    }

    /**
     * @param healthy resources that pass all the control's recommendations
     * @param unhealthy resources that fail at least one
     * @param unknown resources that fail none, but for which at least one is unknown: counted in neither
     */
    public record ControlScore(Control control, int healthy, int unhealthy, int unknown) {

        /** The points reached; 0 where nothing was assessed. */
        public double current() {
            return counts() ? control.points() * (double) healthy / (healthy + unhealthy) : 0;
        }

        /** The points that are still to be had; 0 where nothing was assessed. */
        public double potential() {
            return counts() ? control.points() - current() : 0;
        }

        /** Whether the control takes part in the sums. */
        public boolean counts() {
            return healthy + unhealthy > 0;
        }
    }

    /** The score, from 0 to 100 inclusive; empty where nothing that counts was assessed. */
    public OptionalDouble percent() {
        double current = controls.stream().mapToDouble(ControlScore::current).sum();
        int most = most();
        return most == 0 ? OptionalDouble.empty() : OptionalDouble.of(100 * current / most);
    }

    /** The points of the controls that count: what a score of 100 % has. */
    public int most() {
        return controls.stream()
                .filter(ControlScore::counts)
                .mapToInt(score -> score.control().points())
                .sum();
    }
}
