package dev.plumbline.rules.engine;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.rules.view.ObjectView;
import dev.plumbline.rules.view.Path;
import java.util.List;

/**
 * Where a finding points.
 *
 * @param attribute the path that was found, or the first that was looked for; empty for the resource as a whole
 * @param origin how the value came there; null where nothing is written
 */
record Place(SourceRange range, String attribute, Origin origin) {

    /** Where the value was written that stands there; the place itself where it was written in place. */
    SourceRange source() {
        return origin == null || range.contains(origin.source().range())
                ? range
                : origin.source().range();
    }

    /**
     * @param paths of which the first that is written counts; none for the resource as a whole
     * @param decisive the element at which the condition was decided, or null
     */
    static Place find(Resource resource, List<String> paths, Object decisive) {
        if (paths.isEmpty()) {
            return new Place(resource.header(), "", null);
        }
        Place nearest = null;
        for (String path : paths) {
            Place place = follow(resource, path, decisive);
            if (place.origin() != null) {
                return place;
            }
            // The header of the resource is nearer than nothing, the header of a block inside of it nearer still.
            if (nearest == null || nearest.range().equals(resource.header())) {
                nearest = new Place(place.range(), paths.get(0), null);
            }
        }
        return nearest;
    }

    private static Place follow(Resource resource, String path, Object decisive) {
        String exact = narrowed(path, resource, decisive);
        Value at = resource.attributes();
        SourceRange nearest = resource.header();
        SourceRange whole = resource.header();
        List<Object> steps = Path.parse(exact).steps();
        for (int i = 0; i < steps.size(); i++) {
            if (at instanceof ListValue list
                    && steps.get(i) instanceof String
                    && !list.elements().isEmpty()) {
                at = list.elements().get(0);
            }
            if (steps.get(i) instanceof Integer index
                    && at instanceof ListValue list
                    && index < list.elements().size()) {
                at = list.elements().get(index);
                nearest = at.origin().range();
                whole = nearest;
            } else if (steps.get(i) instanceof String name
                    && at instanceof ObjectValue object
                    && object.member(name) != null) {
                Member member = object.member(name);
                at = member.value();
                nearest = member.nameRange();
                whole = member.range();
            } else {
                return new Place(nearest, path, null);
            }
        }
        return new Place(whole, exact, at.origin());
    }

    /** Whether a finding points at an element of the resource, or into it, where that decided. */
    static boolean isOn(Resource resource, List<String> paths, ObjectView element) {
        for (String path : paths) {
            if (!narrowed(path, resource, element).equals(path)) {
                return true;
            }
        }
        return false;
    }

    /** The path with the positions of the decisive element, where that lies on the path or is what it leads to. */
    private static String narrowed(String path, Resource resource, Object decisive) {
        if (!(decisive instanceof ObjectView element)
                || element.owner() == null
                || element.path().isEmpty()
                || !element.owner().address().equals(resource.address())) {
            return path;
        }
        String names = Path.names(element.path());
        if (names.equals(path)) {
            return element.path();
        }
        return path.startsWith(names + ".") ? element.path() + path.substring(names.length()) : path;
    }
}
