package dev.plumbline.cli;

import dev.plumbline.publish.RuleLinks;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The address where the rules' pages are. */
final class RuleDocsOption implements ITypeConverter<RuleLinks> {
    @Override
    public RuleLinks convert(String address) {
        try {
            return RuleLinks.to(address);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
