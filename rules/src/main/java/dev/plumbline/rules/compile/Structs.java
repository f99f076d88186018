package dev.plumbline.rules.compile;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.Optional;

/** The types with fields that functions give. Their fields are always set, so that conditions may select them. */
final class Structs implements CelTypeProvider {
    private static final ListType STRINGS = ListType.create(SimpleType.STRING);

    private static final StructType CONDITION = struct(
            "Condition", ImmutableMap.of("operator", SimpleType.STRING, "key", SimpleType.STRING, "values", STRINGS));

    private static final StructType STATEMENT = struct(
            "Statement",
            ImmutableMap.<String, CelType>builder()
                    .put("effect", SimpleType.STRING)
                    .put("actions", STRINGS)
                    .put("notActions", STRINGS)
                    .put("resources", STRINGS)
                    .put("notResources", STRINGS)
                    .put("principals", STRINGS)
                    .put("notPrincipals", STRINGS)
                    .put("conditions", ListType.create(CONDITION))
                    .buildOrThrow());

    private static final StructType META = struct(
            "Meta",
            ImmutableMap.of(
                    "address", SimpleType.STRING,
                    "type", SimpleType.STRING,
                    "name", SimpleType.STRING,
                    "version", SimpleType.STRING,
                    "dialect", SimpleType.STRING));

    private static final ImmutableMap<String, CelType> TYPES =
            ImmutableMap.of(CONDITION.name(), CONDITION, STATEMENT.name(), STATEMENT, META.name(), META);

    static CelType named(String name) {
        CelType type = TYPES.get(name);
        if (type == null) {
            throw new IllegalArgumentException("there is no type " + name);
        }
        return type;
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return TYPES.values();
    }

    @Override
    public Optional<CelType> findType(String typeName) {
        return Optional.ofNullable(TYPES.get(typeName));
    }

    private static StructType struct(String name, ImmutableMap<String, CelType> fields) {
        return StructType.create(name, fields.keySet(), field -> Optional.ofNullable(fields.get(field)));
    }
}
