using System.Globalization;
using Directives.Editions;
using Directives.Reports;
using Directives.WhatIf;

namespace Directives.Web.Rules;

/// <summary>
/// Answers the page that tries editions (R2). One comparison at a time, beside the requests and for a limited time, so that nobody else waits for it. It reads only.
/// </summary>
public sealed class WhatIfDesk(Installation installation) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _one = new(1);
    private readonly TrialSource _source = new(installation);

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    /// <summary>The page with what was typed, and with a comparison where one was asked for and can be made.</summary>
    public async Task<WhatIfView> ShowAsync(WhatIfForm form, CancellationToken cancel)
    {
        var rules = installation.Parts.Rules;
        var today = rules.DayAt(installation.Parts.Clock.GetUtcNow());
        var directives = rules.Editions.All.Select(e => e.Directive).Distinct().ToList();
        var directive = directives.Contains(form.Directive) ? form.Directive : rules.Current(installation.Parts.Clock.GetUtcNow()).Directive;
        var present = new EditionLibrary(rules.Editions.All.Where(e => e.Directive == directive));
        var rule = present.InForce(directive, today) ?? present.All[0];
        var span = await _source.SpanAsync(directive, cancel);
        if (form.Basis.Length == 0) form = form with { Basis = span is null ? "simulated" : "past" };
        if (form.Seed.Length == 0) form = form with { Seed = "1" };
        var view = new WhatIfView { Form = form with { Directive = directive }, Directives = directives, Present = rule, Span = span };
        return form.IsEmpty ? view : await CompareAsync(view, new WhatIfReading(form, present, rule, today), cancel);
    }

    private async Task<WhatIfView> CompareAsync(WhatIfView view, WhatIfReading reading, CancellationToken cancel)
    {
        var (from, months, options) = (reading.From(), reading.Months(), reading.Options());
        var candidates = reading.Candidates(NameOf);
        view = view with { Problems = reading.Problems, Wrong = reading.Wrong };
        if (view.Problems.Count > 0) return view;
        var judged = Candidates.Judge(candidates, reading.Present);
        if (judged.Problems.Count > 0) return view with { Problems = [.. judged.Problems.Select(p => Problem("candidates", p.Says))] };
        if (!await _one.WaitAsync(Patience, cancel)) return view with { Problems = [new FieldProblem("candidates", "whatif.problem.busy")] };
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(Longest);
            var sourced = await _source.SettingAsync(reading.Present, options, reading.Basis, from, months ?? (from is null ? null : TrialSource.UsualMonths), limit.Token);
            if (sourced.Setting is not { } setting) return view with { Problems = [Problem("from", sourced.Problem!)] };
            if (setting.Options.Months > WhatIfReading.MostMonths) return view with { Problems = [new FieldProblem("months", "whatif.problem.number", view.Form.Months, 1, WhatIfReading.MostMonths)] };
            // A core is left to everybody else.
            setting = setting with { AtOnce = Math.Max(1, Environment.ProcessorCount / 2) };
            var tried = candidates.Select((c, i) => (NameOf(i), c.Edition)).ToList();
            var result = await Task.Run(() => Comparison.Run(setting, reading.Present, tried, null, limit.Token), limit.Token);
            return view with
            {
                Form = view.Form with
                {
                    From = setting.Options.From.ToString("yyyy-MM", CultureInfo.InvariantCulture),
                    Months = setting.Options.Months.ToString(CultureInfo.InvariantCulture),
                },
                Result = result,
                Candidates = [.. tried.Select(t => new WhatIfCandidate(t.Item1, t.Edition, EditionFile.Write(t.Edition)))],
                Notes = [.. judged.Notes],
            };
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return view with { Problems = [new FieldProblem("candidates", "whatif.problem.long-time", Longest.Seconds)] };
        }
        finally
        {
            _one.Release();
        }
    }

    private static string NameOf(int index) => ((char)('A' + index)).ToString();

    private static FieldProblem Problem(string field, Assumption says) => new(field, says.Message, [.. says.Arguments]);
}
