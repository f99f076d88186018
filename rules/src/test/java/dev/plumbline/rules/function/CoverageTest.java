package dev.plumbline.rules.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Value.UnknownValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns by the reference of IAM's JSON policy elements, whole and with parts that deployment gives. */
class CoverageTest {
    private static final String EVERY_KEY = "arn:aws:kms:*:*:key/*";

    /** A string of which the parts in angle brackets are not known. @param first what the first of them starts with */
    private static Object text(String symbol, String first) {
        int hole = symbol.indexOf('<');
        if (hole < 0) {
            return symbol;
        }
        Unknown unknown = Unknown.because(Unknown.Cause.NO_VALUE, "why")
                .startingWith(symbol.substring(0, hole) + (first == null ? "" : first))
                .knownAs(symbol);
        return new UnknownValue(unknown, Origin.at(SourceRange.startOf("")));
    }

    private static String told(Object verdict) {
        return verdict instanceof UnknownValue ? "unknown" : verdict.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "*, , *, true",
        "arn:aws:s3:::orders/*, , *, false",
        "<var.arn>, , *, unknown",
        "<var.arn>/*, , *, unknown",
        "<var.arn>/orders, , *, false",
        "<aws_kms_key.k.arn>, arn:aws, *, false",
        "<aws_kms_key.k.arn>, arn:aws, arn:aws:kms:*:*:key/*, false",
        "<aws_s3_bucket.b.arn>/*, arn:aws, arn:aws:s3:::*, unknown",
        "<aws_s3_bucket.b.arn>/*, arn:aws, *, false",
        "arn:aws:sqs:<AWS::Region>:111122223333:orders, , arn:aws:kms:*:*:key/*, false",
        "arn:<AWS::Partition>:iam::aws:policy/X, aws, *, false",
        "kms:<var.action>, , kms:Decrypt, unknown",
        "KMS:<var.action>, , kms:Decrypt, unknown",
        "s3:<var.action>, , kms:Decrypt, false",
        "<var.service>:GetItem, , dynamodb:PutItem, false",
        "<var.service>:GetItem, , dynamodb:GetItem, unknown"
    })
    void coversWhatIsCertain(String pattern, String first, String text, String expected) {
        assertThat(told(Coverage.of(text(pattern, first), text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "*, , true",
        "arn:aws:*, , true",
        "arn:aws:kms:*:*:*, , true",
        "arn:aws:kms:*:*:key/*, , true",
        "arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/*, , true",
        "arn:aws:kms:eu-central-1:111122223333:*, , true",
        "arn:aws:kms:eu-central-1:111122223333:alias/*, , false",
        "arn:aws:kms:eu-central-1:111122223333:key/1234, , false",
        "arn:aws:kms:eu-central-1:111122223333:key/mrk-*, , false",
        "arn:aws:s3:::*, , false",
        "arn:aws:kms:<AWS::Region>:<AWS::AccountId>:key/*, , true",
        "arn:<AWS::Partition>:kms:<AWS::Region>:<AWS::AccountId>:key/*, aws, true",
        "arn:aws:kms:<AWS::Region>:<AWS::AccountId>:key/<var.key>, , unknown",
        "arn:aws:kms:<AWS::Region>:<AWS::AccountId>:key/<var.key>-1, , false",
        "arn:aws:kms:<AWS::Region>:<AWS::AccountId>:alias/<var.key>, , false",
        "<aws_kms_key.k.arn>, arn:aws, false",
        "<var.key>, , unknown"
    })
    void coversAllOfAKind(String pattern, String first, String expected) {
        assertThat(told(Coverage.ofAll(text(pattern, first), "kms", "key/"))).isEqualTo(expected);
        if (expected.equals("false") && pattern.indexOf('<') < 0) {
            assertThat(told(Coverage.of(text(pattern, first), EVERY_KEY))).isEqualTo("false");
        }
    }
}
