package org.kohsuke.stapler;

import net.sf.json.JSONObject;

/** Signatures of {@code org.kohsuke.stapler.StaplerRequest2} in Stapler. */
public interface StaplerRequest2 {
    void bindJSON(Object bean, JSONObject source);
}
