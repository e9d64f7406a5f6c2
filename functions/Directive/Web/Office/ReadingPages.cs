using Directives.Access;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Register;
using Directives.Reports;

namespace Directives.Web.Office;

/// <summary>Reads one version of a report for the office, and works out what equals other reports (R10).</summary>
public sealed class ReadingPages(Installation installation)
{
    /// <summary>The version; null where there is none.</summary>
    public async ValueTask<ReadingView?> ReadAsync(SeatPath path, int version, CancellationToken cancel)
    {
        var sheet = path.SheetOf(installation.Parts.Authority);
        if (await installation.Cycles.FindAsync(path.Cycle, cancel) is not { } cycle
            || await installation.Reports.OwedAsync(sheet, path.Seat, cancel) is not { } owed
            || await installation.Reports.FindAsync(sheet, path.Seat, version, cancel) is not { } report) return null;
        var register = await installation.Registers.GetAsync(cancel);
        var view = new SeatViews(installation, cycle, register);
        return new ReadingView
        {
            Seat = (await view.RowsAsync([(sheet, owed)], cancel))[0],
            Cadence = cycle.Cadence,
            From = cycle.From,
            To = cycle.To,
            Version = new ReportVersion(version, LinkDesk.ReceiptOf(report, owed, cycle), report.Content),
            By = ActorName.Of(register, report.By, report.For),
            Received = report.Received,
            Versions = [.. (await installation.Reports.VersionsAsync(sheet, owed, cancel)).Select(r => (r.Version, view.Local(r.At)))],
            Marks = await MarksAsync(sheet, cycle, owed, report.Content, register, cancel),
            Read = owed is { ReadVersion: > 0, ReadAt: { } at } ? new ReadMark(owed.ReadVersion, view.Local(at), register.Official(owed.ReadBy ?? "")?.Titles()) : null,
            CanRead = version == owed.Versions && owed.ReadVersion < version,
        };
    }

    private async ValueTask<IReadOnlyDictionary<string, IReadOnlyList<MarkedPassage>>> MarksAsync(
        SheetRef sheet, Cycle cycle, Obligation owed, ReportContent content, RegisterSnapshot register, CancellationToken cancel)
    {
        var before = await installation.Substance.BeforeAsync(sheet, owed.Seat, cancel);
        var cycles = (await installation.Cycles.ListAsync(cancel)).ToDictionary(c => c.Id, StringComparer.Ordinal);
        var marks = new Dictionary<string, IReadOnlyList<MarkedPassage>>(StringComparer.Ordinal);
        foreach (var field in ReportFields.Told)
        {
            var passages = Substance.Passages(field.Read(content), before);
            if (passages.Count > 0) marks[field.Name] = [.. passages.Select(p => MarkOf(p, sheet, cycle, owed, cycles, register))];
        }

        return marks;
    }

    private static MarkedPassage MarkOf(
        EqualPassage passage, SheetRef sheet, Cycle cycle, Obligation owed, Dictionary<string, Cycle> cycles, RegisterSnapshot register)
    {
        var own = passage.Source.From == WordsFrom.Earlier;
        var there = own ? cycles[passage.Source.Note] : cycle;
        var seat = own ? owed.Seat : passage.Source.Note;
        var found = there.SheetOf(seat) ?? sheet;
        var place = own ? null : register.Seat(seat) is { } known ? register.PlaceOf(known.Place)?.Name ?? known.Place : seat;
        var path = new SeatPath(there.Id, found.Area, found.Part, seat);
        return new MarkedPassage(passage.Start, passage.Length, passage.Source.From, path.Address, place, there.Cadence, there.To);
    }
}
