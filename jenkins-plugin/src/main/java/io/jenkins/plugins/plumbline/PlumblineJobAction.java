package io.jenkins.plugins.plumbline;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.plumbline.view.TrendPoint;
import io.jenkins.plugins.plumbline.view.TrendView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jenkins.model.TransientActionFactory;

/** The trend of a job's checks of one id, on the job's page and on one of its own. */
public final class PlumblineJobAction implements Action {
    /** Builds of the trend, and builds that are looked at for them. */
    private static final int SHOWN = 30;

    private static final int FAR = 60;

    private final Job<?, ?> job;
    private final String id;
    private final String name;

    PlumblineJobAction(Job<?, ?> job, String id, String name) {
        this.job = job;
        this.id = id;
        this.name = name;
    }

    @Override
    public String getIconFileName() {
        return PlumblineAction.ICON;
    }

    @Override
    public String getDisplayName() {
        return name;
    }

    @Override
    public String getUrlName() {
        return PlumblineAction.urlName(id);
    }

    public Job<?, ?> getJob() {
        return job;
    }

    public TrendView getTrend() {
        List<TrendPoint> points = new ArrayList<>();
        Run<?, ?> run = job.getLastBuild();
        for (int i = 0; run != null && i < FAR && points.size() < SHOWN; i++, run = run.getPreviousBuild()) {
            Optional<PlumblineAction> action = PlumblineAction.of(run, id);
            if (action.isPresent()) {
                points.add(new TrendPoint(
                        run.getNumber(),
                        run.getUrl() + action.get().getUrlName() + "/",
                        action.get().summary()));
            }
        }
        return new TrendView(points);
    }

    /** Gives a job the trends of the checks that one of its last builds made. */
    @Extension
    @SuppressWarnings("rawtypes") // the factory is of all jobs
    public static final class Factory extends TransientActionFactory<Job> {
        /** Builds that are looked at: a job's page is made often. */
        private static final int LAST = 5;

        @Override
        public Class<Job> type() {
            return Job.class;
        }

        @Override
        public Class<? extends Action> actionType() {
            return PlumblineJobAction.class;
        }

        @Override
        public Collection<? extends Action> createFor(Job target) {
            Job<?, ?> job = target;
            Run<?, ?> run = job.getLastBuild();
            for (int i = 0; run != null && i < LAST; i++, run = run.getPreviousBuild()) {
                List<PlumblineAction> actions = run.getActions(PlumblineAction.class);
                if (!actions.isEmpty()) {
                    return actions.stream()
                            .map(action -> new PlumblineJobAction(job, action.getId(), action.getDisplayName()))
                            .toList();
                }
            }
            return List.of();
        }
    }
}
