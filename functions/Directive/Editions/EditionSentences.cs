using System.Globalization;
using Directives.Language;
using Directives.Register;

namespace Directives.Editions;

/// <summary>
/// What an edition says, and what it changes, as sentences in one language (R2): so that whoever proposes, confirms or reads it need not read a data
/// file. Pure; seats are counted by the register on the edition's first day, held or vacant.
/// </summary>
public sealed class EditionSentences(Texts texts, RegisterSnapshot register)
{
    private readonly RuleWords _words = new(texts, register);

    /// <summary>The whole edition: a sentence for each rule, and one for its ladder.</summary>
    public IReadOnlyList<string> Whole(Edition edition) =>
    [
        .. edition.Roles.SelectMany(r => new[]
        {
            Upper(texts["rules.whole", _words.Who(r), _words.Each(r), _words.Days(r.DueWorkingDays), _words.Span(r), _words.Days(r.MissedWorkingDays), Seats(edition, r)]),
            Upper(texts["rules.ladder", _words.Who(r), string.Join("; ", r.Ladder.Select(_words.Rung))]),
        }),
        texts["rules.window", Clock(edition.Letters.From), Clock(edition.Letters.To)],
    ];

    /// <summary>What changes with an edition; one sentence that says so where nothing does.</summary>
    /// <param name="before">The edition in force on the day before; null for the first, which is told whole.</param>
    public IReadOnlyList<string> Changes(Edition? before, Edition after)
    {
        if (before is null) return Whole(after);
        var day = after.InForceFrom;
        List<string> all =
        [
            .. after.Roles.SelectMany(r => Of(before, after, r)),
            .. before.Roles.Where(r => after.For(r.Role, r.Name) is null).Select(r => Gone(before, after, r)),
        ];
        if (before.Letters != after.Letters)
            all.Add(texts["rules.letters", day, Clock(after.Letters.From), Clock(after.Letters.To), Clock(before.Letters.From), Clock(before.Letters.To)]);
        if (before.Zone != after.Zone) all.Add(texts["rules.zone", day, after.Zone, before.Zone]);
        return all.Count > 0 ? all : [texts["rules.none", day]];
    }

    private IEnumerable<string> Of(Edition before, Edition after, RoleRule now)
    {
        var (day, who) = (after.InForceFrom, _words.Who(now));
        if (before.For(now.Role, now.Name) is not { } was)
        {
            var general = before.For(now.Role);
            yield return now.IsNarrowed() ? New(after, now, general)
                : texts["rules.asked", day, who, _words.Each(now), _words.Days(now.DueWorkingDays), _words.Span(now), Seats(after, now)];
            foreach (var sentence in general is null || !now.IsNarrowed() ? [] : Ladder(day, who, general, now)) yield return sentence;
            yield break;
        }

        if (now.IsNarrowed() && (!Same(was.Areas, now.Areas) || !Same(was.Seats, now.Seats)))
            yield return texts["rules.scope.changed", day, now.Name, _words.Scope(now), _words.Scope(was), Seats(after, now)];
        if (!was.IsOf(now.Cadence, now.Period))
            yield return texts["rules.cadence", day, who, _words.Each(now), _words.Each(was), _words.Days(now.DueWorkingDays), _words.Span(now), Seats(after, now)];
        else if (was.DueWorkingDays != now.DueWorkingDays)
            yield return texts["rules.due", day, who, _words.Days(now.DueWorkingDays), _words.Span(now), _words.Days(was.DueWorkingDays), Seats(after, now)];
        if (was.MissedWorkingDays != now.MissedWorkingDays)
            yield return texts["rules.missed", day, who, _words.Days(now.MissedWorkingDays), _words.Days(was.MissedWorkingDays)];
        foreach (var sentence in Ladder(day, who, was, now)) yield return sentence;
    }

    private string New(Edition after, RoleRule now, RoleRule? general)
    {
        var (day, who, due, span) = (after.InForceFrom, _words.Who(now), _words.Days(now.DueWorkingDays), _words.Span(now));
        var missed = _words.Days(now.MissedWorkingDays);
        return general is not null && !general.IsOf(now.Cadence, now.Period)
            ? texts["rules.scope.instead", day, who, now.Name, _words.Each(now), _words.Each(general), due, span, missed, Seats(after, now)]
            : texts["rules.scope.new", day, who, now.Name, _words.Each(now), due, span, missed, Seats(after, now)];
    }

    private string Gone(Edition before, Edition after, RoleRule was)
    {
        var (day, who) = (after.InForceFrom, _words.Who(was));
        return was.IsNarrowed() && after.For(was.Role) is { } general
            ? texts["rules.scope.gone", day, who, was.Name, _words.Each(general), _words.Days(general.DueWorkingDays), _words.Span(general), Seats(before, was)]
            : texts["rules.gone", day, who];
    }

    private IEnumerable<string> Ladder(DateOnly day, string who, RoleRule was, RoleRule now)
    {
        foreach (var rung in now.Ladder)
        {
            var name = texts.Rung(rung.Name);
            if (was.Ladder.FirstOrDefault(r => r.Name == rung.Name) is not { } old)
            {
                yield return texts["rules.rung.new", day, who, name, _words.When(rung.Offset), _words.Readers(rung)];
                continue;
            }

            if (old.Offset != rung.Offset) yield return texts["rules.rung.moved", day, who, name, _words.When(rung.Offset), _words.When(old.Offset)];
            if (!old.Readers.ToHashSet().SetEquals(rung.Readers)) yield return texts["rules.rung.readers", day, who, name, _words.Readers(rung), _words.Readers(old)];
        }

        foreach (var gone in was.Ladder.Where(o => now.Ladder.All(r => r.Name != o.Name))) yield return texts["rules.rung.gone", day, who, texts.Rung(gone.Name)];
    }

    private string Seats(Edition edition, RoleRule rule) => _words.Seats(EditionNames.Seats(edition, rule, register, edition.InForceFrom).Count);

    private static bool Same(IReadOnlyList<string>? a, IReadOnlyList<string>? b) => (a ?? []).ToHashSet(StringComparer.Ordinal).SetEquals(b ?? []);

    private static string Upper(string sentence) => string.Concat(char.ToUpperInvariant(sentence[0]).ToString(), sentence.AsSpan(1));

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
