package io.jenkins.plugins.plumbline;

import hudson.model.Api;
import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.plumbline.report.Report;
import io.jenkins.plugins.plumbline.report.ReportStore;
import io.jenkins.plugins.plumbline.report.RunSummary;
import io.jenkins.plugins.plumbline.scan.Options;
import io.jenkins.plugins.plumbline.view.ReportView;
import io.jenkins.plugins.plumbline.view.SummaryView;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import jenkins.model.RunAction2;
import jenkins.security.stapler.StaplerDispatchable;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * A check of a build: its summary, its page, and its part of the remote API. Jenkins keeps it in {@code build.xml}; the
 * report lies beside, in a file of its own.
 */
@ExportedBean
public final class PlumblineAction implements RunAction2, StaplerProxy {
    private static final Logger LOGGER = Logger.getLogger(PlumblineAction.class.getName());

    static final String ICON = "symbol-plumbline plugin-plumbline";

    private final String id;
    private final String name;
    private final RunSummary summary;

    private transient Run<?, ?> run;
    private transient SoftReference<Report> report;

    PlumblineAction(String id, String name, RunSummary summary) {
        this.id = id;
        this.name = name;
        this.summary = summary;
    }

    /** The check of that id, if the build has one. */
    static Optional<PlumblineAction> of(Run<?, ?> run, String id) {
        return run.getActions(PlumblineAction.class).stream()
                .filter(action -> action.id.equals(id))
                .findFirst();
    }

    @Override
    public void onAttached(Run<?, ?> attached) {
        run = attached;
    }

    @Override
    public void onLoad(Run<?, ?> loaded) {
        run = loaded;
    }

    @Override
    public String getIconFileName() {
        return ICON;
    }

    @Override
    public String getDisplayName() {
        return name;
    }

    @Override
    public String getUrlName() {
        return urlName(id);
    }

    /** The address of the pages of a check, below a build's or a job's: none that Jenkins itself has. */
    static String urlName(String id) {
        return id.equals(Options.DEFAULT_ID) ? id : Options.DEFAULT_ID + "-" + id;
    }

    /** All pages below this one are for those who may see the build. */
    @Override
    public Object getTarget() {
        run.checkPermission(Item.READ);
        return this;
    }

    public Run<?, ?> getRun() {
        return run;
    }

    public String getId() {
        return id;
    }

    RunSummary summary() {
        return summary;
    }

    public SummaryView getSummary() {
        return new SummaryView(summary);
    }

    /** What the page shows to the reader who asks for it; null where the report cannot be read (any more). */
    public ReportView getView() {
        try {
            return new ReportView(readReport(), run.hasPermission(Item.WORKSPACE));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The report of " + run + " cannot be read", e);
            return null;
        }
    }

    /** The page of one recommendation with all of its findings; null where there is none of that id. */
    @StaplerDispatchable
    public RulePage getRule(String rule) {
        return Optional.ofNullable(getView())
                .flatMap(view -> view.rule(rule))
                .map(view -> new RulePage(this, view))
                .orElse(null);
    }

    /** The page of one finding; null where there is none of that number. */
    @StaplerDispatchable
    public FindingPage getFinding(String key) {
        ReportView view = getView();
        if (view == null) {
            return null;
        }
        try {
            return view.finding(Integer.parseInt(key))
                    .map(finding -> new FindingPage(
                            this, finding, view.rule(finding.getRule()).orElse(null)))
                    .orElse(null);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** @throws IOException where the file is gone, or cannot be read by this version */
    synchronized Report readReport() throws IOException {
        Report read = report == null ? null : report.get();
        if (read == null) {
            read = ReportStore.read(run.getRootDir().toPath(), id);
            report = new SoftReference<>(read);
        }
        return read;
    }

    public Api getApi() {
        return new Api(this);
    }

    @Exported(visibility = 2)
    public Double getScore() {
        return summary.score();
    }

    @Exported(visibility = 2)
    public int getCritical() {
        return summary.counts().critical();
    }

    @Exported(visibility = 2)
    public int getHigh() {
        return summary.counts().high();
    }

    @Exported(visibility = 2)
    public int getMedium() {
        return summary.counts().medium();
    }

    @Exported(visibility = 2)
    public int getLow() {
        return summary.counts().low();
    }

    @Exported(visibility = 2)
    public int getTotal() {
        return summary.counts().total();
    }

    @Exported(visibility = 2)
    public int getUnknown() {
        return summary.unknown();
    }

    @Exported(visibility = 2)
    public int getExempted() {
        return summary.exempted();
    }

    @Exported(visibility = 2)
    public int getAdded() {
        return summary.fresh();
    }

    @Exported(visibility = 2)
    public int getFixed() {
        return summary.fixed();
    }

    @Exported(visibility = 2)
    public boolean isBlocked() {
        return summary.blocked();
    }

    @Exported(visibility = 2)
    public List<String> getReasons() {
        return summary.reasons();
    }

    /** Told where the check itself is asked for, not with the build. */
    @Exported
    public List<ExportedFinding> getFindings() throws IOException {
        Report read = readReport();
        return IntStream.range(0, read.findings().size())
                .mapToObj(key -> new ExportedFinding(key, read.findings().get(key)))
                .toList();
    }
}
