package dev.plumbline.iac.arm.functions;

import static dev.plumbline.iac.arm.expression.Function.whole;

import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.arm.expression.Function;
import dev.plumbline.iac.arm.expression.Invocation;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Functions over address ranges in CIDR notation. */
final class CidrFunctions {
    static final List<Function> ALL = List.of(
            whole("parseCidr", 1, 1, Shape.OBJECT, CidrFunctions::parse),
            whole("cidrSubnet", 3, 3, Shape.STRING, CidrFunctions::subnet),
            whole("cidrHost", 2, 2, Shape.STRING, CidrFunctions::host));

    private CidrFunctions() {}

    private static AddressRange range(Invocation in) {
        AddressRange range = AddressRange.parse(in.string(0));
        if (range == null) {
            throw in.failure("'" + in.string(0) + "' is not an address range in CIDR notation");
        }
        return range;
    }

    /** IPv4 has its first and last address reserved, unless there are no others; IPv6 has none. */
    private static Value parse(Invocation in) {
        AddressRange range = range(in);
        BigInteger reserved = range.isVersion4() && range.prefix() < 31 ? BigInteger.ONE : BigInteger.ZERO;
        Map<String, Value> parts = new LinkedHashMap<>();
        parts.put("network", in.result(range.text(range.first())));
        parts.put("netmask", in.result(range.text(range.mask())));
        if (range.isVersion4()) {
            parts.put("broadcast", in.result(range.text(range.last())));
        }
        parts.put("firstUsable", in.result(range.text(range.first().add(reserved))));
        parts.put("lastUsable", in.result(range.text(range.last().subtract(reserved))));
        parts.put("cidr", in.result(range.prefix()));
        return in.result(parts);
    }

    private static Value subnet(Invocation in) {
        AddressRange range = range(in);
        int prefix = in.size(1);
        if (prefix < range.prefix() || prefix > range.bits()) {
            throw in.failure("A subnet of '%s' has a prefix of %d to %d bits, not %d"
                    .formatted(in.string(0), range.prefix(), range.bits(), prefix));
        }
        BigInteger index = BigInteger.valueOf(in.integer(2));
        if (index.signum() < 0 || index.bitLength() > prefix - range.prefix()) {
            throw in.failure("'%s' has no subnet of %d bits with the index %s".formatted(in.string(0), prefix, index));
        }
        return in.result(range.text(range.first().add(index.shiftLeft(range.bits() - prefix))) + "/" + prefix);
    }

    private static Value host(Invocation in) {
        AddressRange range = range(in);
        BigInteger address =
                range.first().add(BigInteger.valueOf(in.integer(1))).add(BigInteger.ONE);
        BigInteger last = range.isVersion4() ? range.last().subtract(BigInteger.ONE) : range.last();
        if (address.compareTo(range.first()) <= 0 || address.compareTo(last) > 0) {
            throw in.failure("'%s' has no host with the index %d".formatted(in.string(0), in.integer(1)));
        }
        return in.result(range.text(address));
    }
}
