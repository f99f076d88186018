package dev.plumbline.rules.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelOptionalLibrary;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.rules.TestValues;
import dev.plumbline.rules.compile.ConditionCompiler;
import dev.plumbline.rules.compile.ConditionException;
import dev.plumbline.rules.view.Views;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over known values our evaluation gives what CEL's own runtime gives, errors included. */
class CelConformanceTest {
    private static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(CelOptions.current()
                    .enableHeterogeneousNumericComparisons(true)
                    .build())
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addLibraries(CelOptionalLibrary.INSTANCE, CelExtensions.strings(), CelExtensions.bindings())
            .addVar("resource", SimpleType.DYN)
            .build();
    private static final CelRuntime RUNTIME = CelRuntimeFactory.plannerRuntimeBuilder()
            .addLibraries(CelOptionalLibrary.INSTANCE, CelExtensions.strings())
            .build();
    private static final ConditionCompiler OURS = new ConditionCompiler();

    private static final String YAML = "{ s: text, n: 7, d: 2.5, b: true, l: [1, 2, 3], e: [], m: { a: 1, b: x } }";
    private static final Map<String, Object> VALUES = Map.of(
            "s",
            "text",
            "n",
            7L,
            "d",
            2.5,
            "b",
            true,
            "l",
            List.of(1L, 2L, 3L),
            "e",
            List.of(),
            "m",
            Map.of("a", 1L, "b", "x"));

    private static Object theirs(String condition) throws CelValidationException {
        CelAbstractSyntaxTree tree = COMPILER.compile(condition).getAst();
        try {
            return RUNTIME.createProgram(tree).eval(Map.of("resource", VALUES));
        } catch (CelEvaluationException e) {
            return "error";
        }
    }

    private static Object ours(String condition) throws ConditionException {
        var resource = TestValues.resource("r", "t", YAML);
        Scope scope = Scope.of(new ResourceGraph(List.of(resource), List.of()), "resource", Views.of(resource));
        try {
            return OURS.compile(condition, false).evaluate(scope);
        } catch (EvaluationException e) {
            return "error";
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resource.n == 7",
                "resource.n == 7.0",
                "resource.n != 8 && resource.n < 8 && resource.n <= 7 && resource.n > 6 && resource.n >= 7",
                "resource.n < 7.5",
                "resource.d > 2",
                "resource.s < 'u'",
                "false < true",
                "resource.s == 1",
                "resource.s < 1",
                "1 + 2 * 3 - 4 / 3 == 6",
                "-7 / 2 == -3",
                "-7 % 3 == -1",
                "7 / 0 == 1",
                "7 % 0 == 1",
                "1.0 / 0.0 > 1.0",
                "9223372036854775807 + 1 > 0",
                "-(-9223372036854775807 - 1) > 0",
                "9223372036854775807 * 2 > 0",
                "resource.d + 1.5 == 4.0",
                "'a' + 'b' == 'ab'",
                "[1] + [2] == [1, 2]",
                "dyn([1, 2]) == dyn([1.0, 2.0])",
                "{'a': 1} == resource.m",
                "{'a': 1, 'b': 'x'} == resource.m",
                "{'b': 'x', 'a': 1} == resource.m",
                "2 in resource.l",
                "4 in resource.l",
                "'a' in resource.m",
                "'z' in resource.m",
                "resource.l[0] == 1",
                "resource.l[3] == 1",
                "resource.m['a'] == 1",
                "resource.m['z'] == 1",
                "resource.m.a == 1",
                "resource.absent == 1",
                "resource.s.x == 1",
                "has(resource.m.a) && !has(resource.m.z)",
                "has(resource.absent.x)",
                "size(resource.l) == 3 && resource.s.size() == 4 && size(resource.m) == 2",
                "resource.l.all(x, x > 0)",
                "resource.l.all(x, x > 1)",
                "resource.l.exists(x, x == 3)",
                "resource.l.exists_one(x, x > 2)",
                "resource.l.exists_one(x, x > 1)",
                "resource.l.filter(x, x > 1) == [2, 3]",
                "resource.l.map(x, x * 2) == [2, 4, 6]",
                "resource.l.map(x, x > 1, x * 2) == [4, 6]",
                "resource.m.exists(k, k == 'b')",
                "resource.l.exists(x, x / 0 == 1 || true)",
                "resource.l.exists(x, resource.absent == x) || true",
                "resource.l.all(x, resource.absent == x)",
                "resource.l.exists(x, x == 3 || resource.absent == x)",
                "resource.e.all(x, false) && !resource.e.exists(x, true)",
                "resource.l.all(x, resource.l.exists(y, y == x))",
                "resource.absent == 1 && false",
                "resource.absent == 1 || true",
                "resource.absent == 1 && true",
                "resource.s && true",
                "resource.b ? resource.n == 7 : resource.absent",
                "resource.s ? true : false",
                "!resource.b",
                "!resource.s",
                "resource.?absent.orValue(5) == 5",
                "resource.?n.orValue(5) == 7",
                "resource.?m.?a.orValue(0) == 1",
                "resource.?m.?z.or(optional.of(3)).value() == 3",
                "resource.?absent.hasValue()",
                "resource.?absent.value() == 1",
                "resource.m[?'a'].orValue(0) == 1",
                "resource.l[?9].orValue(4) == 4",
                "resource.?n.optMap(x, x + 1).orValue(0) == 8",
                "optional.none().orValue(true)",
                "cel.bind(x, resource.n + 1, x * x == 64)",
                "'abc'.startsWith('ab') && 'abc'.endsWith('bc') && 'abc'.contains('b')",
                "'abc'.matches('^a.c$')",
                "'xabcx'.matches('a.c')",
                "'abc'.matches('(')",
                "'AbC'.lowerAscii() == 'abc' && 'AbC'.upperAscii() == 'ABC'",
                "' a '.trim() == 'a'",
                "'a-b-c'.replace('-', '+') == 'a+b+c'",
                "'a,b,,c'.split(',') == ['a', 'b', '', 'c']",
                "'abc'.split('') == ['a', 'b', 'c']",
                "['a', 'b'].join('-') == 'a-b' && ['a', 'b'].join() == 'ab'",
                "'hello'.substring(1, 3) == 'el' && 'hello'.substring(3) == 'lo'",
                "'hello'.substring(4, 9) == ''",
                "'hello'.indexOf('l') == 2 && 'hello'.indexOf('z') == -1",
                "int('42') == 42 && int(2.9) == 2",
                "int('x') == 1",
                "double('1.5') == 1.5 && double(2) == 2.0",
                "string(5) == '5' && string(true) == 'true' && string(1.5) == '1.5'",
                "bool('true') && !bool('FALSE')",
                "bool('yes')",
                "null == null",
                "resource.n == null"
            })
    void givesWhatCelGives(String condition) throws Exception {
        assertThat(ours(condition)).isEqualTo(theirs(condition));
    }
}
