package dev.plumbline.iac.terraform;

import dev.plumbline.iac.FrontEnd.Progress;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.ValueJson;
import dev.plumbline.iac.source.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A directory of Terraform files in the making, and what becomes of it. */
final class Terraform {
    private final Path directory;

    Terraform(Path directory) {
        this.directory = directory;
    }

    Terraform file(String path, String text) {
        try {
            Path file = directory.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<ScanUnit> units() {
        return units(Inputs.NONE);
    }

    List<ScanUnit> units(Inputs inputs) {
        try {
            return new TerraformFrontEnd().read(SourceTree.open(directory), inputs, Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only root module there is. */
    ScanUnit unit() {
        List<ScanUnit> units = units();
        if (units.size() != 1) {
            throw new AssertionError("expected one unit, not "
                    + units.stream().map(ScanUnit::path).toList());
        }
        return units.get(0);
    }

    ResourceGraph graph() {
        return unit().worlds().get(0).graph();
    }

    Resource resource(String address) {
        return graph().at(address).orElseThrow(() -> new AssertionError("no " + address));
    }

    /** An attribute by names and positions. */
    static Value at(Resource resource, Object... path) {
        Value value = resource.attributes();
        for (Object step : path) {
            value = step instanceof Integer index
                    ? ((ListValue) value).elements().get(index)
                    : ((ObjectValue) value).get((String) step);
        }
        return value;
    }

    static String json(Resource resource, Object... path) {
        return ValueJson.compact(at(resource, path));
    }

    static List<String> codes(ScanUnit unit) {
        return unit.diagnostics().stream().map(diagnostic -> diagnostic.code()).toList();
    }
}
