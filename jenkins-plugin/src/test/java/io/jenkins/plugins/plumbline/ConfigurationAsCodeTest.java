package io.jenkins.plugins.plumbline;

import static io.jenkins.plugins.casc.misc.Util.getUnclassifiedRoot;
import static io.jenkins.plugins.casc.misc.Util.toYamlString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.casc.ConfigurationContext;
import io.jenkins.plugins.casc.ConfiguratorRegistry;
import io.jenkins.plugins.casc.misc.ConfiguredWithCode;
import io.jenkins.plugins.casc.misc.JenkinsConfiguredWithCodeRule;
import io.jenkins.plugins.casc.misc.junit.jupiter.WithJenkinsConfiguredWithCode;
import io.jenkins.plugins.plumbline.scan.Organisation;
import org.junit.jupiter.api.Test;

/** The administrator's settings as code. */
@WithJenkinsConfiguredWithCode
class ConfigurationAsCodeTest {
    private static final Organisation EXPECTED = new Organisation("medium", 60.0, true, "gate:\n  fail-on: high\n");

    @Test
    @ConfiguredWithCode("casc.yaml")
    void settingsAreRead(JenkinsConfiguredWithCodeRule jenkins) {
        assertEquals(EXPECTED, PlumblineConfiguration.get().organisation());
    }

    @Test
    @ConfiguredWithCode("casc.yaml")
    void settingsAreExported(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        ConfigurationContext context = new ConfigurationContext(ConfiguratorRegistry.get());
        String exported = toYamlString(getUnclassifiedRoot(context).get("plumbline"));
        assertTrue(exported.contains("failOn: \"medium\""), exported);
        assertTrue(exported.contains("inlineExemptionsForbidden: true"), exported);
    }

    @Test
    @ConfiguredWithCode("casc.yaml")
    void theFormGivesBackWhatItWasGiven(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        jenkins.configRoundtrip();
        assertEquals("medium", PlumblineConfiguration.get().getFailOn());
        assertEquals(60.0, PlumblineConfiguration.get().getMinScore());
        assertTrue(PlumblineConfiguration.get().isInlineExemptionsForbidden());
    }
}
