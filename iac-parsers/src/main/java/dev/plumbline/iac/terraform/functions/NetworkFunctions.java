package dev.plumbline.iac.terraform.functions;

import static dev.plumbline.iac.terraform.functions.Parameter.NUMBER;
import static dev.plumbline.iac.terraform.functions.Parameter.STRING;

import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.terraform.type.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** {@code cidrhost}, {@code cidrnetmask}, {@code cidrsubnet} and {@code cidrsubnets}. */
final class NetworkFunctions {

    private NetworkFunctions() {}

    static void register(FunctionTable table) {
        table.add("cidrhost", Shape.STRING, NetworkFunctions::host, STRING, NUMBER);
        table.add("cidrnetmask", Shape.STRING, NetworkFunctions::netmask, STRING);
        table.add("cidrsubnet", Shape.STRING, NetworkFunctions::subnet, STRING, NUMBER, NUMBER);
        table.addVariadic("cidrsubnets", Shape.LIST, NetworkFunctions::subnets, STRING, NUMBER);
    }

    private static BigInteger wholeNumber(BigDecimal number) throws FunctionException {
        try {
            return number.toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw new FunctionException("a whole number is required");
        }
    }

    private static Value host(Call call) throws FunctionException {
        Prefix prefix = Prefix.parse(call.string(0));
        BigInteger number = wholeNumber(call.number(1));
        BigInteger size = BigInteger.ONE.shiftLeft(prefix.bits() - prefix.length());
        BigInteger offset = number.signum() < 0 ? size.add(number) : number;
        if (offset.signum() < 0 || offset.compareTo(size) >= 0) {
            throw new FunctionException(
                    "prefix of %d does not accommodate a host numbered %s".formatted(prefix.length(), number));
        }
        return call.of(new Prefix(prefix.network().add(offset), prefix.bits(), prefix.bits()).address());
    }

    private static Value netmask(Call call) throws FunctionException {
        Prefix prefix = Prefix.parse(call.string(0));
        if (prefix.bits() != 32) {
            throw new FunctionException("IPv6 addresses cannot have a netmask: " + call.string(0));
        }
        BigInteger all = BigInteger.ONE.shiftLeft(32).subtract(BigInteger.ONE);
        BigInteger mask = all.shiftRight(32 - prefix.length()).shiftLeft(32 - prefix.length());
        return call.of(new Prefix(mask, 32, 32).address());
    }

    private static Value subnet(Call call) throws FunctionException {
        Prefix prefix = Prefix.parse(call.string(0));
        int bits = call.integer(1);
        BigInteger number = wholeNumber(call.number(2));
        if (bits < 0 || prefix.length() + bits > prefix.bits()) {
            throw new FunctionException(
                    "not enough remaining address space for a subnet with a prefix of %d bits after %s"
                            .formatted(prefix.length() + bits, call.string(0)));
        } else if (number.signum() < 0 || number.bitLength() > bits) {
            throw new FunctionException(
                    "prefix extension of %d does not accommodate a subnet numbered %s".formatted(bits, number));
        }
        int length = prefix.length() + bits;
        return call.of(new Prefix(prefix.network().or(number.shiftLeft(prefix.bits() - length)), length, prefix.bits())
                .toString());
    }

    private static Value subnets(Call call) throws FunctionException {
        Prefix prefix = Prefix.parse(call.string(0));
        BigInteger next = prefix.network();
        BigInteger end = next.add(BigInteger.ONE.shiftLeft(prefix.bits() - prefix.length()));
        List<Value> found = new ArrayList<>();
        for (int i = 1; i < call.count(); i++) {
            int bits = call.integer(i);
            int length = prefix.length() + bits;
            if (bits < 1) {
                throw new FunctionException("must extend prefix by at least one bit");
            } else if (bits > 32) {
                throw new FunctionException("may not extend prefix by more than 32 bits");
            } else if (length > prefix.bits()) {
                throw new FunctionException("would extend prefix to %d bits, which is too long for an address of %d"
                        .formatted(length, prefix.bits()));
            }
            BigInteger size = BigInteger.ONE.shiftLeft(prefix.bits() - length);
            // A subnet starts at a multiple of its own size.
            BigInteger start =
                    next.add(size).subtract(BigInteger.ONE).divide(size).multiply(size);
            if (start.add(size).compareTo(end) > 0) {
                throw new FunctionException(
                        "not enough remaining address space for a subnet with a prefix of %d bits".formatted(length));
            }
            found.add(call.of(new Prefix(start, length, prefix.bits()).toString()));
            next = start.add(size);
        }
        return call.listOf(found, Type.Simple.STRING);
    }
}
