package io.jenkins.plugins.plumbline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URI;

/** Who may know Jenkins, and whom the controller's and the agent's parts may know. */
@AnalyzeClasses(packages = "io.jenkins.plugins.plumbline", importOptions = DoNotIncludeTests.class)
class LayersTest {
    private static final String ROOT = "io.jenkins.plugins.plumbline.";
    private static final String[] JENKINS = {
        "hudson..",
        "jenkins..",
        "org.jenkinsci..",
        "org.kohsuke..",
        "net.sf.json..",
        "io.jenkins.plugins.checks..",
        "com.cloudbees..",
        "org.springframework.."
    };

    @ArchTest
    static final ArchRule whatIsScannedJudgedKeptAndShownKnowsNothingOfJenkins = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "scan..", ROOT + "gate..", ROOT + "report..", ROOT + "view..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(JENKINS)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("io.jenkins.plugins.plumbline", ROOT + "checks..");

    /** The plugin of the Checks API may be missing. */
    @ArchTest
    static final ArchRule oneClassKnowsTheChecksApi = noClasses()
            .that()
            .doNotHaveSimpleName("ChecksApiPublisher")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.jenkins.plugins.checks..")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("ChecksApiPublisher");

    /** The plugins of credentials may be missing. */
    @ArchTest
    static final ArchRule oneClassKnowsCredentials = noClasses()
            .that()
            .doNotHaveSimpleName("CredentialsTokenSource")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.cloudbees..", "org.jenkinsci.plugins.plaincredentials..")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("CredentialsTokenSource");

    /** The password of Jenkins' proxy is the other one. */
    @ArchTest
    static final ArchRule secretsAreReadInTwoPlaces = noClasses()
            .that()
            .doNotHaveSimpleName("CredentialsTokenSource")
            .and()
            .doNotHaveSimpleName("WayOut")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("hudson.util.Secret");

    @ArchTest
    static final ArchRule nothingIsExecutedOrFetched = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ProcessBuilder.class, Process.class, Runtime.class)
            .orShould()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "reach the network",
                    type -> type.getPackageName().startsWith("java.net") && !type.isEquivalentTo(URI.class)))
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.script..");
}
