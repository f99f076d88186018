package dev.plumbline.iac.cloudformation;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.cloudformation.template.ParameterFile;
import dev.plumbline.iac.cloudformation.template.ParameterFile.Given;
import dev.plumbline.iac.source.SourceTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values that the user gives to the parameters of each template. Files that many templates share are read once. */
final class GivenParameters {
    private final SourceTree tree;
    private final Inputs inputs;
    private final List<Diagnostic> problems = new ArrayList<>();
    private final Map<Inputs, Map<String, Given>> read = new HashMap<>();

    GivenParameters(SourceTree tree, Inputs inputs) {
        this.tree = tree;
        this.inputs = inputs;
    }

    /** What kept files from being read, of those that were asked for. */
    List<Diagnostic> problems() {
        return problems.stream().distinct().toList();
    }

    /** What the user gives to the template at a path. */
    Inputs inputs(String path) {
        return inputs.at(path);
    }

    Map<String, Given> values(String path) {
        return read.computeIfAbsent(inputs.at(path), this::values);
    }

    private Map<String, Given> values(Inputs there) {
        Map<String, Given> given = new LinkedHashMap<>();
        for (String file : files(there)) {
            tree.read(file, problems::add).map(ParameterFile::read).ifPresent(given::putAll);
        }
        there.variables().forEach((name, text) -> given.put(name, new Given(text, null)));
        return given;
    }

    /** The files that the values are from. */
    List<String> files(String path) {
        return files(inputs.at(path));
    }

    private List<String> files(Inputs there) {
        return there.parameterFiles().stream()
                .map(path -> tree.base().relativize(tree.base().resolve(path).normalize()))
                .map(path -> path.toString().replace('\\', '/'))
                .toList();
    }
}
