package dev.plumbline.iac.cloudformation.sam;

import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import java.util.ArrayList;
import java.util.List;

/** SAM's tags are a map; most of CloudFormation's are a list. */
final class Tags {
    private Tags() {}

    /** The tags of a resource as a list, with the one that SAM adds itself. */
    static void list(SamResource from, String createdBy, Properties to) {
        Made made = from.made();
        Member tags = from.properties().member("Tags");
        List<Node> items = new ArrayList<>();
        if (tags != null && !Written.isObject(tags.value())) {
            to.put("Tags", tags.keyRange(), tags.value()); // a function that gives them, or a list already
            return;
        }
        if (tags != null) {
            for (Member tag : ((Mapping) tags.value()).members()) {
                Made at = new Made(tag.range());
                items.add(at.object(
                        at.member("Key", new Made(tag.keyRange()).text(tag.key())),
                        new Member("Value", tag.keyRange(), tag.value())));
            }
        }
        if (!createdBy.isEmpty()) {
            items.add(made.object(
                    made.member("Key", made.text(createdBy + ":createdBy")), made.member("Value", made.text("SAM"))));
        }
        if (!items.isEmpty()) {
            var place = tags == null ? from.header() : tags.value().range();
            to.put("Tags", tags == null ? place : tags.keyRange(), new Made(place).list(items));
        }
    }
}
