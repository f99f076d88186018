package dev.plumbline.iac.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.ScanUnit;
import org.junit.jupiter.api.Test;

class TemplateChecksTest {

    @Test
    void whatCannotBeDeployedIsReportedAtItsPlace() {
        ScanUnit unit = Stacks.unit("""
                Conditions:
                  C: !Or [!Condition Nope, !Equals [!Ref A, x]]
                Resources:
                  A:
                    Type: AWS::Test::A
                    Condition: Missing
                    DependsOn: Nobody
                    Properties:
                      B: !Ref Nobody
                      C: !GetAtt Nobody.Arn
                      D: !Sub "${AWS::Region} ${Nobody} ${A.Arn} ${!Literal} ${x:-y}"
                      E: !If [Nope, 1, 2]
                      F: !Join [a]
                      G: !Sub ["${V}", {V: !Ref A}]
                      H: !GetAtt A
                      I: !Select [3, [a]]
                  B:
                    Properties: {}
                """);

        assertThat(Stacks.codes(unit))
                .containsExactly(
                        "cfn-reference@2",
                        "cfn-reference@2",
                        "cfn-circle@4",
                        "cfn-reference@6",
                        "cfn-reference@7",
                        "cfn-reference@9",
                        "cfn-reference@10",
                        "cfn-reference@11",
                        "cfn-function@11",
                        "cfn-reference@12",
                        "cfn-function@13",
                        "cfn-function@15",
                        "cfn-select@16",
                        "cfn-resource@17");
        Diagnostic variable = unit.diagnostics().get(7);
        assertThat(variable.summary()).isEqualTo("There is no parameter or resource Nobody");
        assertThat(variable.range().startColumn()).isEqualTo(33);
        assertThat(variable.range().endColumn()).isEqualTo(39);
    }

    @Test
    void circlesBetweenResources() {
        ScanUnit unit = Stacks.unit("""
                Conditions: {Never: !Equals [a, b]}
                Resources:
                  A: {Type: AWS::Test::A, Properties: {X: !Ref B}}
                  B: {Type: AWS::Test::B, DependsOn: C}
                  C: {Type: AWS::Test::C, Properties: {X: !GetAtt A.Arn, Y: !If [Never, !Ref D, 1]}}
                  D: {Type: AWS::Test::D, Properties: {X: !Sub "${C}"}}
                """);

        assertThat(unit.diagnostics())
                .singleElement()
                .returns("Circular dependency between resources", Diagnostic::summary)
                .returns("A → B → C → A", Diagnostic::detail);
    }

    @Test
    void aSoundTemplateHasNoDiagnostics() {
        assertThat(Stacks.unit("""
                                Parameters: {P: {Type: String}}
                                Conditions: {C: !Equals [!Ref P, x]}
                                Resources:
                                  A:
                                    Type: AWS::IAM::Policy
                                    Properties:
                                      Statement: [{Condition: {StringEquals: {a: b}}, Resource: !Ref AWS::StackId}]
                                      X: {Condition: C}
                                      Y: !If [C, !Ref AWS::NoValue, !GetAtt B.Arn]
                                  B: {Type: AWS::Test::B}
                                Outputs:
                                  O: {Condition: C, Value: !Sub "${A}${P}${B.Arn}"}
                                """).diagnostics()).isEmpty();
    }
}
