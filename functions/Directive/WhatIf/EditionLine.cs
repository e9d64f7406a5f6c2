using Directives.Chasing;
using Directives.Register;

namespace Directives.WhatIf;

/// <summary>What an edition would mean in a span; the names are those of the JSON output.</summary>
public sealed record EditionLine
{
    /// <summary>The edition's id, or the candidate's name.</summary>
    public required string Name { get; init; }

    /// <summary>One for each report that is owed.</summary>
    public int Visits => Reports;

    /// <summary>Reports that are owed.</summary>
    public required int Reports { get; init; }

    /// <summary>Letters that leave: reminders, escalations, receipts, tallies.</summary>
    public required int Letters { get; init; }

    /// <summary>Rungs that go to somebody else than the one who owes.</summary>
    public required int Escalations { get; init; }

    public required int OnTime { get; init; }

    public required int Late { get; init; }

    public required int Missed { get; init; }

    public required DaysToHear DaysToHear { get; init; }

    /// <summary>Cycles that opened.</summary>
    public required int Cycles { get; init; }

    /// <summary>By the place above the seats' places, in the order of codes.</summary>
    public required IReadOnlyList<AreaLine> ByArea { get; init; }

    /// <summary>Everybody who owes a report or gets a letter, in the order of ids.</summary>
    public required IReadOnlyList<OfficialLine> ByOfficial { get; init; }

    /// <summary>Counts a trial.</summary>
    /// <param name="days">After how many days each of the difficulties is heard of.</param>
    public static EditionLine Of(string name, TrialSetting setting, TrialCounts counts, IReadOnlyList<Difficulty> difficulties, IReadOnlyList<int?> days)
    {
        var register = setting.Register;
        var heard = difficulties.Select((d, i) => (d.Seat, Owner: register.HolderOf(d.Seat, d.Day)!.Id, Area: AreaOf(register, d.Seat), Days: days[i])).ToList();
        var areas = counts.Sheets.GroupBy(s => s.Area, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.SelectMany(s => s.Reports).ToList(), StringComparer.Ordinal);
        var people = counts.Sheets.SelectMany(s => s.Reports).Where(r => r.Owner is not null).ToLookup(r => r.Owner!, StringComparer.Ordinal);
        var (byArea, byOwner) = (heard.ToLookup(h => h.Area, StringComparer.Ordinal), heard.ToLookup(h => h.Owner, StringComparer.Ordinal));
        return new EditionLine
        {
            Name = name,
            Reports = counts.Obligations,
            Letters = counts.Letters,
            Escalations = counts.Escalations,
            OnTime = counts.OnTime,
            Late = counts.Late,
            Missed = counts.Missed,
            Cycles = counts.Cycles,
            DaysToHear = DaysToHear.Of(days),
            ByArea =
            [
                .. areas.Keys.Union(byArea.Select(g => g.Key), StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(code => AreaLine.Of(
                    code, register.PlaceOf(code)?.Name ?? code, areas.GetValueOrDefault(code, []), DaysToHear.Of(byArea[code].Select(h => h.Days)))),
            ],
            ByOfficial =
            [
                .. people.Select(g => g.Key).Union(counts.LettersOf.Keys, StringComparer.Ordinal).Union(byOwner.Select(g => g.Key), StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal).Select(id => OfficialLine.Of(
                        id, register.Official(id), [.. people[id]], counts.LettersOf.GetValueOrDefault(id), DaysToHear.Of(byOwner[id].Select(h => h.Days)))),
            ],
        };
    }

    // As the sheets of a cycle are cut.
    private static string AreaOf(RegisterSnapshot register, string seat) =>
        register.PlaceOf(register.Seat(seat)!.Place) is { } place ? place.Parent ?? place.Code : "";
}

/// <summary>What an edition would mean for an area.</summary>
/// <param name="Code">Code of the place above the seats' places.</param>
public sealed record AreaLine(string Code, string Name, int Reports, int Escalations, int Late, int Missed, DaysToHear DaysToHear)
{
    internal static AreaLine Of(string code, string name, IReadOnlyList<TriedReport> reports, DaysToHear days) => new(
        code, name, reports.Count(r => r.IsOwed), reports.Sum(r => r.Escalations), reports.Count(r => r.Mark == FilingMark.Late), reports.Count(r => r is { IsOwed: true, Mark: null }), days);
}

/// <summary>What an edition would mean for a person.</summary>
/// <param name="Id">An official's or assistant's id.</param>
/// <param name="Letters">Letters that this person gets.</param>
/// <param name="Escalations">Rungs about what this person owes that go to somebody else.</param>
public sealed record OfficialLine(
    string Id, string Title, string TitleEn, int Reports, int Letters, int Escalations, int Late, int Missed, DaysToHear DaysToHear)
{
    internal static OfficialLine Of(string id, Official? official, IReadOnlyList<TriedReport> reports, int letters, DaysToHear days) => new(
        id, official?.Title ?? id, official?.TitleEn ?? id, reports.Count(r => r.IsOwed), letters, reports.Sum(r => r.Escalations),
        reports.Count(r => r.Mark == FilingMark.Late), reports.Count(r => r is { IsOwed: true, Mark: null }), days);
}
