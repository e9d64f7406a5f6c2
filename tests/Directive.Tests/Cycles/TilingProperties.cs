using CsCheck;
using Directives.Calendars;
using Directives.Cycles;
using Directives.Editions;
using Directives.Register;
using Directives.Tests.Chasing;
using Directives.Tests.Editions;

namespace Directives.Tests.Cycles;

/// <summary>
/// Over random sequences of editions that may begin when they do, with cadences per role, area and seat, and with a commune that comes under another
/// district, the periods of the cycles in which a filled seat owes follow each other without a gap and without a day twice (R2).
/// </summary>
public sealed class TilingProperties
{
    private static readonly DateOnly _since = new(2023, 4, 3);
    private static readonly DateOnly _end = new(2027, 12, 31);
    private static readonly string[] _areas = ["1", "11", "12", "111", "122"];
    private static readonly string[] _seats = ["111.monitor", "112.monitor", "121.monitor"];

    private static readonly Gen<Cadence> _cadence = Gen.Enum<Cadence>();
    private static readonly Gen<PeriodKind> _kind = Gen.OneOf(PeriodKind.Calendar, PeriodKind.Calendar, PeriodKind.Reporting);

    private static readonly Gen<(int Days, Rules Rules)> _edition = Gen.Select(Gen.Int[0, 500], Gen.Select(
        _cadence.Array[2], Gen.Select(Gen.Bool, _cadence, (there, cadence) => there ? cadence : (Cadence?)null).Array[_areas.Length],
        Gen.Select(Gen.Bool, _cadence, (there, cadence) => there ? cadence : (Cadence?)null).Array[_seats.Length], (own, areas, seats) => new Rules(own, areas, seats)));

    [Fact]
    public void Each_filled_seat_owes_one_report_for_each_day()
    {
        var changing = 0;
        Gen.Select(_kind, _edition.Array[1, 6]).Sample((kind, wishes) =>
        {
            var editions = Accepted(kind, wishes, SmallEditions.Register);
            if (editions.All.Select(e => e.For(SeatRole.Monitor)!.Cadence).Distinct().Count() > 1) Interlocked.Increment(ref changing);
            Tiles(editions, SmallEditions.Register);
        }, iter: 300);
        Assert.InRange(changing, 100, 300);
    }

    [Fact]
    public void So_it_does_when_its_place_comes_under_another_district() => Gen.Select(_edition, Gen.Int[0, 900]).Sample((first, day) =>
    {
        var register = RegisterSnapshot.Build(ScopeTests.Moved(_since.AddDays(day)));
        // The two districts owe by other periods, each with communes that stay.
        var rules = first.Rules with { Areas = [null, first.Rules.Own[0], first.Rules.Own[1], null, null], Seats = [null, null, null] };
        Tiles(Accepted(PeriodKind.Calendar, [(0, rules)], register), register);
    }, iter: 200);

    /// <summary>The editions, each begun on the next day on which it can; where there is none, it is left out.</summary>
    private static EditionLibrary Accepted(PeriodKind kind, (int Days, Rules Rules)[] wishes, RegisterSnapshot register)
    {
        var library = new EditionLibrary([Of(SmallProvince.Start, kind, wishes[0].Rules)]);
        var day = _since;
        foreach (var (days, rules) in wishes.Skip(1))
        {
            var candidate = Of(day.AddDays(1 + days), kind, rules);
            if (EditionStarts.Next(library, candidate, register, candidate.InForceFrom) is not { } begins) continue;
            candidate = Of(begins, kind, rules);
            Assert.Empty(EditionStarts.Problems(library, candidate, register));
            library = new EditionLibrary([.. library.All, candidate]);
            day = begins;
        }

        return library;
    }

    private static Edition Of(DateOnly day, PeriodKind kind, Rules rules) => SmallEditions.From(
        day,
        [
            .. SmallProvince.Edition.Roles.Select((r, i) => r with { Cadence = rules.Own[i], Period = kind }),
            .. rules.Areas.Index().Where(a => a.Item is not null).Select(a => SmallEditions.Area($"area-{a.Index}", a.Item!.Value, _areas[a.Index]) with { Period = kind }),
            .. rules.Seats.Index().Where(s => s.Item is not null).Select(s => SmallEditions.Seats($"seat-{s.Index}", s.Item!.Value, _seats[s.Index]) with { Period = kind }),
        ]);

    /// <summary>Opens cycle after cycle as the keeper does, and looks at the periods of each seat.</summary>
    private static void Tiles(EditionLibrary editions, RegisterSnapshot register)
    {
        var head = new CyclesHead { Since = _since };
        var opened = new Dictionary<string, Cycle>(StringComparer.Ordinal);
        while (CyclePlan.Upcoming(editions, head).OrderBy(o => o.Period.From).ThenBy(o => o.Id, StringComparer.Ordinal).FirstOrDefault() is { } next && next.Period.From <= _end)
        {
            var asOf = next.Period.From > _since ? next.Period.From : _since;
            var (beside, before) = CyclePlan.Neighbours(editions, next);
            var known = PlannedBeside.Of(beside.Where(opened.ContainsKey).Select(id => opened[id]), before is null ? null : opened.GetValueOrDefault(before));
            opened.Add(next.Id, new Cycle
            {
                Id = next.Id,
                Authority = "1",
                Edition = next.Edition,
                Cadence = next.Period.Cadence,
                PeriodKind = next.Kind,
                From = next.Period.From,
                To = next.Period.To,
                AsOf = asOf,
                Sheets = CyclePlan.Sheets(next, register, asOf, known),
                OpenedAt = default,
            });
            head = head with { Through = new Dictionary<string, DateOnly>(head.Through) { [next.Series] = next.Period.To } };
        }

        foreach (var seat in register.SeatsInForce(_since))
        {
            var periods = opened.Values.Where(c => c.SheetOf(seat.Id) is not null).OrderBy(c => c.From).ToList();
            Assert.True(periods[0].From <= _since && periods[0].To >= _since, $"{seat.Id} begins with {periods[0].Id}");
            for (var i = 1; i < periods.Count; i++)
                Assert.True(periods[i].From == periods[i - 1].To.AddDays(1), $"{seat.Id}: {periods[i].Id} follows {periods[i - 1].Id}");
            Assert.True(periods[^1].To >= _end.AddDays(-31), $"{seat.Id} ends with {periods[^1].Id}");
        }

        // Whoever owes does so by a rule of the cycle's own periods.
        Assert.All(opened.Values, c => Assert.All(c.Sheets.SelectMany(s => s.Seats), s => Assert.True(c.Edition.For(s.Role, s.Rule)!.IsOf(c.Cadence, c.PeriodKind))));
    }

    private sealed record Rules(Cadence[] Own, Cadence?[] Areas, Cadence?[] Seats)
    {
        public override string ToString() => $"own {string.Join(' ', Own)}; areas {string.Join(' ', Areas)}; seats {string.Join(' ', Seats)}";
    }
}
