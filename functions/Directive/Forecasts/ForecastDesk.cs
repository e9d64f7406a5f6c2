using Directives.Chasing;
using Directives.Cycles;
using Directives.Register;

namespace Directives.Forecasts;

/// <summary>Answers the pages that forecast a person's letters: reads how running cycles stand, and asks <see cref="LetterForecast"/>. It reads only.</summary>
public sealed class ForecastDesk(Installation installation)
{
    private const int MostPlaces = 6;

    /// <summary>The letters that a person would get from now to the end of a year; null where there is no such person.</summary>
    /// <param name="official">An official's or assistant's id.</param>
    /// <param name="next">Up to the end of next year instead of this.</param>
    public async ValueTask<ForecastView?> ShowAsync(string official, bool next, CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        var assistants = await installation.Assistants.GetAsync(cancel);
        if ((register.Official(official) ?? assistants.Find(official)?.Person()) is not { } person) return null;
        var rules = installation.Parts.Rules;
        var now = installation.Parts.Clock.GetUtcNow();
        var today = rules.DayAt(now);
        var until = new DateOnly(today.Year + (next ? 1 : 0), 12, 31);
        var forecast = new LetterForecast(register, assistants, rules);
        var head = (await installation.Cycles.HeadAsync(cancel))?.Head;
        var running = head is null ? [] : await RunningAsync(head, forecast.SeatsOf(official), cancel);
        var letters = head is null ? [] : await Task.Run(() => forecast.Of(official, running, head, now, until), cancel);
        return new ForecastView
        {
            Id = official,
            Title = person.Titles(),
            From = today,
            Until = until,
            IsNext = next,
            Letters = letters.Count,
            Own = [.. RowsOf(letters, about: false, register)],
            Others = [.. RowsOf(letters, about: true, register)],
            YearsWithoutHolidays = rules.Calendar.MissingYears(today, until),
        };
    }

    private async Task<IReadOnlyList<RunningCycle>> RunningAsync(CyclesHead head, IReadOnlySet<string> seats, CancellationToken cancel)
    {
        var running = new List<RunningCycle>();
        foreach (var active in head.Active)
        {
            if (await installation.Cycles.FindAsync(active.Id, cancel) is not { State: not CycleState.Closed } cycle) continue;
            var owed = new List<Obligation>();
            foreach (var plan in cycle.Sheets.Where(s => s.Seats.Any(x => seats.Contains(x.Seat))))
            {
                var sheet = new SheetRef(cycle.Authority, cycle.Id, plan.Area, plan.Part);
                owed.AddRange((await installation.Dossiers.RowsAsync<Obligation>(sheet.Dossier, SheetRef.Obligations, cancel)).Where(o => seats.Contains(o.Seat)));
            }

            running.Add(new RunningCycle(cycle, owed));
        }

        return running;
    }

    // What one letter tells of several places on the same rung is one row.
    private IEnumerable<ForecastRow> RowsOf(IReadOnlyList<ForecastLetter> letters, bool about, RegisterSnapshot register) =>
        from letter in letters
        from item in letter.Items
        where item.IsAboutOthers == about
        group item by (letter.At, item with { Place = null, Owner = null }) into same
        let places = same.Select(i => i.Place).OfType<string>().Select(p => register.PlaceOf(p)?.Name ?? p).ToList()
        select new ForecastRow(
            installation.Parts.Rules.ZoneAt(same.Key.At).LocalAt(same.Key.At), same.Key.Item2, [.. places.Take(MostPlaces)], Math.Max(0, places.Count - MostPlaces));
}
