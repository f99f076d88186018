package dev.plumbline.iac.arm;

import dev.plumbline.iac.Dialect;
import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.ScanUnit.World;
import dev.plumbline.iac.arm.expression.Decisions;
import dev.plumbline.iac.arm.json.Problems;
import dev.plumbline.iac.arm.template.ParameterValues;
import dev.plumbline.iac.arm.template.TemplateFiles;
import dev.plumbline.iac.arm.template.TemplateFiles.TemplateFile;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.worlds.Exploration;
import dev.plumbline.iac.worlds.Formula;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A template evaluated in each of its worlds.
 *
 * @param linked the files of the templates that it links to, in any world
 */
record TemplateUnit(ScanUnit unit, Set<String> linked) {

    /** @param found what there is to say of the files already */
    static TemplateUnit of(TemplateFile file, ParameterValues given, SourceTree tree, Problems found) {
        BicepSource.note(file, tree).ifPresent(found::add);
        TemplateFiles files = new TemplateFiles(tree);
        Problems undecided = new Problems();
        Decisions decisions = Decisions.none();
        Template template = new Template(file, given, files, undecided, decisions);
        ResourceGraph graph = template.graph();
        Set<String> linked = new TreeSet<>(template.linked());
        int most =
                template.isTooMuch() ? 1 : Exploration.most(file.source().text().length() + files.characters());
        Collection<Formula> open = decisions.open();
        List<Map<String, String>> ways = Worlds.of(open, template::allowed, most);
        if (ways.size() == 1 && ways.get(0).isEmpty()) {
            found.addAll(undecided.sorted());
            return unit(file, List.of(new World(graph)), found, linked, files);
        }
        List<World> worlds = new ArrayList<>();
        Set<Map<String, String>> seen = new HashSet<>();
        for (Map<String, String> assumed : ways) {
            Problems problems = new Problems();
            Decisions made = new Decisions(assumed);
            Template inWorld = new Template(file, given, files, problems, made);
            ResourceGraph resources = inWorld.graph();
            Map<String, String> decisive = new LinkedHashMap<>(assumed);
            decisive.keySet().retainAll(made.consulted());
            if (seen.add(decisive)) {
                worlds.add(new World(ways.size() == 1 ? List.of() : Worlds.premises(decisive, open), resources));
                found.addAll(problems.sorted());
                linked.addAll(inWorld.linked());
            }
        }
        return unit(file, worlds, found, linked, files);
    }

    private static TemplateUnit unit(
            TemplateFile file, List<World> worlds, Problems problems, Set<String> linked, TemplateFiles files) {
        List<Exemption> exemptions = new ArrayList<>(file.exemptions());
        linked.forEach(path -> files.template(path).ifPresent(part -> exemptions.addAll(part.exemptions())));
        ScanUnit unit = new ScanUnit(file.source().path(), Dialect.ARM, worlds, problems.sorted());
        return new TemplateUnit(unit.withExemptions(exemptions), linked);
    }
}
