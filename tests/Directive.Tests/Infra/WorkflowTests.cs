using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Directives.Tests.Infra;

/// <summary>What holds for every workflow. Each rule is a function here, and each is shown to find what it should.</summary>
public sealed partial class WorkflowTests
{
    [Fact]
    public void No_workflow_breaks_a_rule() => Assert.Empty(WorkflowFile.All().SelectMany(Faults));

    [Fact]
    public void They_are_all_there() => Assert.Equal(["audit.yml", "ci.yml", "deploy.yml"], WorkflowFile.All().Select(w => w.Name));

    [Theory]
    [InlineData("timeout-minutes: 5", "", "has no time limit")]
    [InlineData("permissions: {}\n    runs-on", "runs-on", "says not what it may")]
    [InlineData("permissions: {}\n    runs-on", "permissions: write-all\n    runs-on", "may everything")]
    [InlineData("run: echo hello", "run: echo ${{ github.event.issue.title }}", "puts an expression into a shell")]
    [InlineData("run: echo hello", "run: echo ${{ inputs.name }}", "puts an expression into a shell")]
    [InlineData("run: echo hello", "run: echo\n        env:\n          A: ${{ secrets.KEY }}", "uses a secret")]
    [InlineData("persist-credentials: false", "fetch-depth: 1", "leaves its token behind")]
    [InlineData("actions/checkout@0123456789012345678901234567890123456789", "actions/checkout@v4", "is not pinned")]
    [InlineData("on: push", "on: [pull_request_target]", "runs strangers' changes with its own rights")]
    [InlineData("on: push", "on:\n  pull_request_target:", "runs strangers' changes with its own rights")]
    public void What_breaks_a_rule_is_found(string good, string bad, string says)
    {
        const string Good = """
            on: push
            jobs:
              one:
                permissions: {}
                runs-on: ubuntu-24.04
                timeout-minutes: 5
                steps:
                  - uses: actions/checkout@0123456789012345678901234567890123456789
                    with:
                      persist-credentials: false
                  - run: echo hello
            """;
        Assert.Empty(Faults(WorkflowFile.Parse("a", Good)));
        var found = Assert.Single(Faults(WorkflowFile.Parse("a", Good.Replace(good, bad, StringComparison.Ordinal))));
        Assert.Contains(says, found, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_kinds_of_the_SDK_are_tested()
    {
        var test = WorkflowFile.All().Single(w => w.Name == "ci.yml").Jobs.Single(j => j.Name == "test").Job;
        var matrix = WorkflowFile.Map(WorkflowFile.Map(test["strategy"])["matrix"]);
        Assert.Equal(["true", "false"], (List<object?>)matrix["azure-sdk"]!);
        Assert.Equal("${{ matrix.azure-sdk }}", WorkflowFile.Map(test["env"])["AzureSdk"]);
    }

    [Fact]
    public void Deployments_never_overlap_and_stand_behind_an_environment()
    {
        var deploy = WorkflowFile.All().Single(w => w.Name == "deploy.yml");
        Assert.Equal("false", WorkflowFile.Map(deploy.Content["concurrency"])["cancel-in-progress"]);
        var signsIn = WorkflowFile.All().SelectMany(w => w.Jobs).Where(j => WorkflowFile.Texts(j.Job.GetValueOrDefault("steps")).Any(t => t.StartsWith("azure/login@", StringComparison.Ordinal))).ToList();
        Assert.Equal(["verify", "deploy"], signsIn.Select(j => j.Name));
        Assert.All(signsIn, j => Assert.True(j.Job.ContainsKey("environment"), j.Name));
        Assert.All(signsIn, j => Assert.Equal("write", WorkflowFile.Map(j.Job["permissions"])["id-token"]));
    }

    [Fact]
    public void Dependencies_are_looked_at_every_week()
    {
        var updates = (List<object?>)WorkflowFile.Parse("dependabot", File.ReadAllText(Path.Combine(CostInputs.Root, ".github", "dependabot.yml"))).Content["updates"]!;
        Assert.Equal(["nuget", "npm", "github-actions"], updates.Select(u => WorkflowFile.Map(u)["package-ecosystem"]));
        Assert.All(updates, u => Assert.Equal("weekly", WorkflowFile.Map(WorkflowFile.Map(u)["schedule"])["interval"]));
        Assert.All(updates, u => Assert.Single(WorkflowFile.Map(WorkflowFile.Map(u)["groups"])));
    }

    [Fact]
    public void Scripts_are_the_shell_s_and_may_be_run()
    {
        string[] folders = ["infra/deploy", "infra/audit"];
        var scripts = folders.SelectMany(f => Directory.EnumerateFiles(Path.Combine(CostInputs.Root, f))).ToList();
        Assert.NotEmpty(scripts);
        foreach (var script in scripts)
        {
            using var bash = Process.Start("bash", ["-n", script]);
            bash.WaitForExit();
            Assert.Equal((script, 0), (script, bash.ExitCode));
            if (!OperatingSystem.IsWindows()) Assert.True(File.GetUnixFileMode(script).HasFlag(UnixFileMode.UserExecute), script);
        }
    }

    [Fact]
    public void Scripts_that_a_workflow_runs_are_there()
    {
        var named = WorkflowFile.All().SelectMany(w => w.Steps).Select(s => s.Step.GetValueOrDefault("run") as string ?? "").SelectMany(run => Script().Matches(run)).Select(m => m.Value).Distinct().ToList();
        Assert.Contains("infra/deploy/smoke", named);
        Assert.All(named, script => Assert.True(File.Exists(Path.Combine(CostInputs.Root, script)), script));
    }

    private static IEnumerable<string> Faults(WorkflowFile file)
    {
        if (file.Content["on"] is "pull_request_target" || file.Content["on"] is List<object?> list && list.Contains("pull_request_target")
            || file.Content["on"] is Dictionary<object, object?> events && events.ContainsKey("pull_request_target"))
            yield return $"{file.Name} runs strangers' changes with its own rights (pull_request_target).";
        foreach (var (name, job) in file.Jobs)
        {
            // A job that calls a workflow has the limits of that.
            if (!job.ContainsKey("uses") && !job.ContainsKey("timeout-minutes")) yield return $"{file.Name}: {name} has no time limit.";
            if (!job.TryGetValue("permissions", out var may)) yield return $"{file.Name}: {name} says not what it may.";
            else if (may is string) yield return $"{file.Name}: {name} may everything ({may}).";
        }

        foreach (var text in WorkflowFile.Texts(file.Content["jobs"]).Where(t => Secret().IsMatch(t))) yield return $"{file.Name} uses a secret: {text}";
        foreach (var (job, step) in file.Steps)
        {
            if (step.GetValueOrDefault("run") is string run && run.Contains("${{", StringComparison.Ordinal)) yield return $"{file.Name}: {job} puts an expression into a shell: {run}";
            if (step.GetValueOrDefault("uses") is not string uses) continue;
            if (!Pinned().IsMatch(uses)) yield return $"{file.Name}: {uses} is not pinned to a commit.";
            if (uses.StartsWith("actions/checkout@", StringComparison.Ordinal)
                && (step.GetValueOrDefault("with") as Dictionary<object, object?>)?.GetValueOrDefault("persist-credentials") is not "false")
                yield return $"{file.Name}: {job}'s checkout leaves its token behind.";
        }
    }

    [GeneratedRegex(@"\$\{\{[^}]*\bsecrets\b(?!\.GITHUB_TOKEN\b)")]
    private static partial Regex Secret();

    [GeneratedRegex("^[\\w.-]+/[\\w./-]+@[0-9a-f]{40}$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"(?<![\w/])(?:infra|\.ci|tests)/[\w./-]*\w(?![\w./*-])")]
    private static partial Regex Script();
}
