package dev.plumbline.rules.expression;

import dev.plumbline.iac.Value.UnknownValue;
import java.util.List;
import java.util.Optional;

/** Standard CEL's ways into objects and lists. */
public final class Selection {
    private Selection() {}

    public static Object select(Object operand, String field) {
        if (operand instanceof UnknownValue) {
            return operand;
        } else if (operand instanceof Optional<?> optional) {
            return optional.isEmpty() ? optional : optionally(optional.get(), field);
        }
        Object member = struct(operand).member(field);
        if (member == null) {
            throw new EvaluationException("there is no member " + field);
        }
        return member;
    }

    public static Object optionally(Object operand, String field) {
        if (operand instanceof UnknownValue) {
            return operand;
        } else if (operand instanceof Optional<?> optional) {
            return optional.isEmpty() ? optional : optionally(optional.get(), field);
        } else if (operand == Null.NULL) {
            return Optional.empty();
        }
        Object member = struct(operand).member(field);
        return member instanceof UnknownValue ? member : Optional.ofNullable(member);
    }

    public static Object has(Object operand, String field) {
        if (operand instanceof UnknownValue) {
            return operand;
        } else if (operand instanceof Optional<?> optional) {
            return optional.isPresent() ? has(optional.get(), field) : (Object) false;
        }
        return present(struct(operand).member(field));
    }

    /** Whether a member is set, which is unknown where it may turn out to be null. */
    public static Object present(Object member) {
        if (member instanceof UnknownValue unknown) {
            return unknown.unknown().notNull() ? true : unknown;
        }
        return member != null && member != Null.NULL;
    }

    public static Object index(Object operand, Object key) {
        Object found = find(operand, key);
        if (found == null) {
            throw new EvaluationException("there is no such element or member");
        }
        return found;
    }

    public static Object optionalIndex(Object operand, Object key) {
        if (operand instanceof Optional<?> optional) {
            return optional.isEmpty() ? optional : optionalIndex(optional.get(), key);
        }
        Object found = find(operand, key);
        return found instanceof UnknownValue ? found : Optional.ofNullable(found);
    }

    /** The element or the member, an unknown, or null where there is none. */
    private static Object find(Object operand, Object key) {
        if (operand instanceof List<?> list && key instanceof Number number) {
            long index = number.longValue();
            for (int i = 0; i <= Math.min(index, list.size() - 1L); i++) {
                if (list.get(i) instanceof Open open) {
                    return open.unknown();
                }
            }
            return index < 0 || index >= list.size() ? null : list.get((int) index);
        } else if (operand instanceof Struct struct && key instanceof String name) {
            return struct.member(name);
        }
        throw new EvaluationException(Kinds.of(operand) + " has nothing at " + Kinds.of(key));
    }

    private static Struct struct(Object operand) {
        if (operand instanceof Struct struct) {
            return struct;
        }
        throw new EvaluationException(Kinds.of(operand) + " has no members");
    }
}
