package dev.plumbline.iac;

import dev.plumbline.iac.ScanUnit.Premise;
import dev.plumbline.iac.ScanUnit.World;
import java.util.stream.Collectors;

/** What worlds assume, as text to compare with. */
public final class Premises {
    private Premises() {}

    public static String of(World world) {
        return world.premises().stream().map(Premise::text).collect(Collectors.joining(", "));
    }
}
