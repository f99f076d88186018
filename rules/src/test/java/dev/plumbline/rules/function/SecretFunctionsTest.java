package dev.plumbline.rules.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.TestValues;
import dev.plumbline.rules.compile.ConditionCompiler;
import dev.plumbline.rules.compile.ConditionException;
import dev.plumbline.rules.expression.Scope;
import dev.plumbline.rules.view.Views;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials are put together here, so that no file of ours looks as if it held one. */
class SecretFunctionsTest {
    private static final ConditionCompiler COMPILER = new ConditionCompiler();

    private static final ObjectValue RESOURCE = TestValues.object("""
            password: hunter2
            empty: ""
            none: None
            question: "?"
            number: 5
            hidden: !unknown why
            set: !set "after apply"
            user: [{ password: hunter2 }]
            more: { list: [a, !unknown why] }
            """);

    private static Object outcome(ObjectValue attributes, String condition) throws ConditionException {
        var resource = TestValues.resource("r", "t", attributes, Resource.Existence.CERTAIN);
        Scope scope = Scope.of(new ResourceGraph(List.of(resource), List.of()), "resource", Views.of(resource));
        Object value = COMPILER.compile(condition, true).evaluate(scope);
        return value instanceof UnknownValue unknown ? unknown.unknown().reason() : value;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // by their form
                "secrets.within('export KEY=AKIA' + 'ABCDEFGHIJ234567')",
                "secrets.within({'key': ['-----BEGIN EC PRIVATE' + ' KEY-----']})",
                "secrets.within({'key': 'ghp_' + 'abcdefghijklmnopqrstuvwxyzABCDEF0123'})",
                "secrets.within('Endpoint=sb://shop/;SharedAccessKey=' + 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123456=')",
                // by their name
                "secrets.within({'DB_PASSWORD': 'tulip-42'}) && secrets.within({'adminPwd': 'tulips'})",
                "secrets.within([{'name': 'API_KEY', 'value': '7f3kd92mcx81bqz450vt'}])",
                "secrets.within([{'Name': 'JWT_SECRET', 'Value': '7f3kd92mcx81bqz450vt'}])",
                "secrets.within('[{\"name\": \"DB_PASSWORD\", \"value\": \"tulip-42\"}]')",
                "secrets.within('#!/bin/sh\\nexport DB_PASSWORD=tulip-42\\n')",
                "secrets.within('Server=db;User Id=shop;Password=tulip-42;')",
                "secrets.within('postgres://shop:tulip-42@db.example.com/orders')",
                "secrets.named('/orders/api-key', '7f3kd92mcx81bqz450vt')",
                // export DB_PASSWORD=tulip-42
                "secrets.within('ZXhwb3J0IERCX1BBU1NXT1JEPXR1bGlwLTQyCg==')",
                // written
                "secrets.literal(resource, 'password') && secrets.literal(resource, 'user.password')",
                "resource.list('user').all(u, secrets.literal(u, 'password'))",
            })
    void isASecret(String condition) throws ConditionException {
        assertThat(outcome(RESOURCE, condition)).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secrets.within(['orders', 'arn:aws:iam::111122223333:role/AKIA', 5, true])",
                "secrets.within('d41d8cd98f00b204e9800998ecf8427e')",
                "secrets.within(resource.get('more')) || secrets.within(resource.get('nothing'))",
                // references, switches, words and placeholders under the names of secrets
                "secrets.within({'DB_PASSWORD': '${db_password}'}) || secrets.within({'DB_PASSWORD': '/run/secrets/db'})",
                "secrets.within({'DB_PASSWORD': 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:db'})",
                "secrets.within({'DB_PASSWORD': '@Microsoft.KeyVault(SecretUri=https://shop.vault.azure.net/secrets/db)'})",
                "secrets.within({'Password': 'PrivateSettingsRef:AdminPassword2'})",
                "secrets.within({'RESET_PASSWORD': 'true'}) || secrets.within({'PASSWORD': ''})",
                "secrets.within({'DB_SECRET': 'orders/db'}) || secrets.within({'TOKEN': 'refresh'})",
                "secrets.within({'API_KEY': 'your-api-key-1234567'}) || secrets.within({'PASSWORD': '********'})",
                "secrets.within({'SECRET_ARN': '7f3kd92mcx81bqz450vt'}) || secrets.within({'KEY_ID': 'tulip-42'})",
                "secrets.within('PASSWORD=$(aws ssm get-parameter --name db1)') || secrets.within('password = getpass2()')",
                "secrets.within('https://db.example.com:5432/orders') || secrets.within('postgres://shop:$PW@db/orders')",
                "secrets.within('cGxhaW4gdGV4dCBhbmQgbm90aGluZyBlbHNl')",
                "secrets.named('table', '7f3kd92mcx81bqz450vt') || secrets.named(resource.get('hidden'), 'tulip-42')",
                "secrets.named('password', resource.get('hidden'))",
                // elsewhere, or nothing
                "secrets.literal(resource, 'hidden') || secrets.literal(resource, 'set')",
                "secrets.literal(resource, 'empty') || secrets.literal(resource, 'number')",
                "secrets.literal(resource, 'none') || secrets.literal(resource, 'question')",
                "secrets.literal(resource, 'nothing') || secrets.literal(resource, 'nothing.password')",
            })
    void isNone(String condition) throws ConditionException {
        assertThat(outcome(RESOURCE, condition)).isEqualTo(false);
    }

    @Test
    void aTextThatIsNotKnownMayHoldOne() throws ConditionException {
        assertThat(outcome(RESOURCE, "secrets.within(resource.get('hidden'))")).isEqualTo("why");
    }

    @Test
    void whatOnlyAPlanHoldsIsNotWritten() throws ConditionException {
        SourceRange place = SourceRange.startOf("main.tf");
        Origin planned = new Origin(place, "", Origin.at(SourceRange.startOf("plan.json"), Origin.PLANNED));
        ObjectValue attributes = new ObjectValue(
                Map.of("password", new Member(place, new StringValue("hunter2", planned))), Origin.at(place));

        assertThat(outcome(attributes, "secrets.literal(resource, 'password')")).isEqualTo(false);
    }
}
