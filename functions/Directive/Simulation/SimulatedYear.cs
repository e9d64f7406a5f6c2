using System.Diagnostics;
using Directives.Calendars;
using Directives.Chasing;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Mail;
using Directives.Register;
using Directives.Tables;

namespace Directives.Simulation;

/// <summary>
/// Plays a year (R2): the real code on tables in memory, over simulated time, with people who behave as they are told.
/// The same register, options and seed play the same year.
/// </summary>
public sealed class SimulatedYear : IDisposable
{
    private readonly YearOptions _options;
    private readonly RegisterContent _content;
    private readonly MovableClock _clock;
    private readonly ITables _tables;
    private readonly CountingTransport _mail = new();
    private readonly RuleBook _rules;
    private readonly Edition _edition;
    private readonly DateTimeOffset _start;
    private readonly DateTimeOffset _lastClose;
    private DateTimeOffset? _officeLooks;

    /// <param name="content">The register; its posts are filled on the first day.</param>
    /// <param name="tables">Where it is played, if not in memory; nothing is taken out of those.</param>
    /// <param name="sealsTrail">Whether its trail is sealed as that of an installation that is kept.</param>
    /// <exception cref="ArgumentException">The options contradict themselves; the message says how.</exception>
    public SimulatedYear(RegisterContent content, YearOptions options, EditionLibrary? editions = null, WorkCalendar? calendar = null, ITables? tables = null, bool sealsTrail = false)
    {
        (_content, _options, _tables) = (content, options, tables ?? new MemoryTables());
        _rules = new RuleBook(editions ?? EditionLibrary.Sample, calendar ?? HolidayFile.Vietnam, options.To);
        var problems = options.Problems(_rules.Editions, _rules.Calendar);
        if (problems.Count > 0) throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(options));
        _edition = _rules.Current(new DateTimeOffset(options.From, TimeOnly.MinValue, TimeSpan.Zero));
        var zone = Zone.Of(_edition.Zone);
        _start = zone.StartOfDay(options.From);
        _lastClose = zone.EndOfDay(YearSpan.LastDay(options, _rules.Editions, _rules.Calendar));
        _clock = new MovableClock(_start);
        Installation = new Installation(new InstallationParts
        {
            Authority = "year",
            Tables = _tables,
            Clock = _clock,
            Rules = _rules,
            Transport = _mail,
            // Nothing of a simulated year leaves it, so its secrets need not be secret, and it repeats exactly.
            TrailKey = new byte[32],
            LinkSecret = new byte[32],
            ConfidentialKey = new byte[32],
            Watch = new WatchOptions { AtOnce = options.AtOnce, Alone = true },
            SealsTrail = sealsTrail,
        });
    }

    /// <summary>The system that is played. Its cycles stay in its tables; what they were made of is taken out as they close.</summary>
    public Installation Installation { get; }

    /// <inheritdoc/>
    public void Dispose() => Installation.Dispose();

    /// <summary>Plays it, until the last cycle that opened has closed and the letters that say so have left.</summary>
    /// <param name="progress">Told how much of the time has passed, from 0 to 1.</param>
    /// <param name="cancel">Stops between acts.</param>
    public async Task<YearResult> RunAsync(Action<double>? progress = null, CancellationToken cancel = default)
    {
        var watch = Stopwatch.StartNew();
        await Installation.Registers.ReplaceAsync(_content, Actor.System, "simulated year", cancel);
        var register = await Installation.Registers.GetAsync(cancel);
        var posts = register.SeatsInForce(_options.From).Count;
        var cases = new CaseLife(_options, Installation, register, new WorkingMinutes(_rules.Calendar, Zone.Of(_edition.Zone), _edition.Letters), Zone.Of(_edition.Zone));
        var people = new People(_options, register, Installation.Cycles, _rules.Calendar, _edition, _options.Recommendations > 0 ? cases.ReportedAsync : null);
        _mail.OnLetter = people.Receive;
        var ledger = new YearLedger(Installation, _tables, _mail);
        await PlayAsync(people, cases, ledger, progress, cancel);
        await ledger.CloseAsync(people.Plans, all: true, cancel);
        return ledger.Result(posts, Math.Round(watch.Elapsed.TotalSeconds, 2), Peak()) with
        {
            Recommendations = _options.Recommendations > 0 ? await cases.TallyAsync(cancel) : null,
        };
    }

    private async Task PlayAsync(People people, CaseLife cases, YearLedger ledger, Action<double>? progress, CancellationToken cancel)
    {
        var work = new Clockwork(Installation.Watch, _clock);
        var minutes = new WorkingMinutes(_rules.Calendar, Zone.Of(_edition.Zone), _edition.Letters);
        DateTimeOffset? end = null;
        var begun = false;
        while (end is null || _clock.GetUtcNow() < end)
        {
            var now = _clock.GetUtcNow();
            var next = now;
            if (people.Down is { } down && now >= down.From && now < down.Until)
            {
                // Nothing runs: time jumps to when it is over.
                next = down.Until;
            }
            else
            {
                if (!begun) await Installation.BeginAsync(_options.From, cancel);
                begun = true;
                next = await TurnAsync(work, people, cases, minutes, now, cancel);
            }

            if (end is null && now >= _lastClose && await ClosedAsync(cancel)) end = minutes.MorningAfter(now) + TallyLeaves;
            if (people.Down is { } coming && now < coming.From && next > coming.From) next = coming.From;
            if (next.UtcDateTime.Date > now.UtcDateTime.Date) await ledger.CloseAsync(people.Plans, all: false, cancel);
            _clock.MoveTo(next);
            progress?.Invoke(Math.Clamp((next - _start) / (_lastClose - _start), 0, 1));
        }

        await work.SettleAsync(cancel);
    }

    // Letters of the last tally go out in the morning.
    private static readonly TimeSpan TallyLeaves = TimeSpan.FromHours(1);

    /// <summary>Everything that happens at one moment. Returns when something happens next.</summary>
    private async Task<DateTimeOffset> TurnAsync(Clockwork work, People people, CaseLife cases, WorkingMinutes minutes, DateTimeOffset now, CancellationToken cancel)
    {
        if (_officeLooks <= now)
        {
            _officeLooks = null;
            await Installation.Room.ReleaseAsync(new Actor("office"), "looked at it: letters after an outage", cancel);
        }

        await people.FileAsync(Installation.Reports, now, cancel);
        await cases.ActAsync(now, cancel);
        var woken = await work.SettleAsync(cancel);
        await people.ReadAsync(cancel);
        if (_officeLooks is null && await HeldAsync(cancel)) _officeLooks = minutes.MorningAfter(now);
        return new[] { woken, people.Next, cases.Next, _officeLooks }.Min() ?? minutes.MorningAfter(now);
    }

    /// <summary>Whether the post is held: nobody else plays here, so it is as this process left it.</summary>
    private async Task<bool> HeldAsync(CancellationToken cancel) =>
        (Installation.Dossiers.Last(Installation.Room.Dossier)?.HeldAs<PostHead>()?.Head ?? await Installation.Room.HeadAsync(cancel)) is { Held: not null };

    private async Task<bool> ClosedAsync(CancellationToken cancel) =>
        await Installation.Cycles.HeadAsync(cancel) is { Head.Active.Count: 0 };

    private static double Peak()
    {
        using var process = Process.GetCurrentProcess();
        return Math.Round(process.PeakWorkingSet64 / (1024.0 * 1024.0), 1);
    }
}
