using System.Globalization;
using System.Text;
using System.Text.Json;
using Directives.Dossiers;
using Directives.Recommendations;
using Directives.Recommendations.Radar;
using Directives.Register;
using Directives.Tables;

namespace Directives.Local.Bench;

/// <summary>
/// Puts many cases on file quickly: some real ones are taken through their steps, and their rows, with what stands of them in lists, are copied under new ids. Copies have
/// words of their own; their trail is that of another case, and would not verify.
/// </summary>
internal sealed class CaseShelf(Installation installation, Body agency, IReadOnlyList<Seat> seats)
{
    // As long as the ids of copies, so that no row becomes longer.
    private const string Pattern = "pattern{0:D3}", Copy = "case{0:D6}";
    private const string Words = "WORDS-OF-THE-CASE";
    private const int AtOnce = 256;
    private const int YearsBack = 5;
    private const int OpenDays = 60;
    private readonly ITables _tables = installation.Parts.Tables;
    private readonly RadarTexts _texts = new(20230428);

    /// <summary>Id of the first copy that is open.</summary>
    public static string FirstOpen { get; } = Id(Copy, 0);

    /// <summary>Fills up to so many cases.</summary>
    /// <param name="onFile">All of them.</param>
    /// <param name="open">A quarter of these waits for the office, half for the committee, a quarter for the agency.</param>
    public async Task FillAsync(int onFile, int open, CancellationToken cancel)
    {
        var patterns = new List<CasePattern>();
        for (var i = 0; i < 24; i++) patterns.Add(await PatternAsync(i, cancel));
        var (opened, ended) = (patterns.Where(p => p.IsOpen).ToList(), patterns.Where(p => !p.IsOpen).ToList());
        open -= opened.Count;
        var today = DateOnly.FromDateTime(installation.Parts.Clock.GetUtcNow().UtcDateTime);
        var copies = Enumerable.Range(0, onFile - patterns.Count).Select(i =>
        {
            var at = i < open ? today.AddDays(-i * OpenDays / open) : today.AddDays(-(int)((long)(i - open) * YearsBack * 365 / Math.Max(1, onFile - open)));
            return new CaseCopy(i < open ? opened[i % opened.Count] : ended[i % ended.Count], Id(Copy, i), _texts.Kind(), seats[i % seats.Count].Place, at, _texts.Text());
        }).ToList();
        await Parallel.ForEachAsync(copies, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (copy, stop) =>
            await _tables.CommitAsync(Table.Cases, installation.Cases.Ref(copy.Id).Dossier.Partition, copy.Rows(), stop));

        var lists = copies.SelectMany(c => c.Listed()).GroupBy(l => (l.Table, l.Partition));
        await Parallel.ForEachAsync(lists.SelectMany(l => l.Select(r => r.Row).Chunk(TableLimits.RowsInBatch).Select(rows => (l.Key, Rows: rows))), cancel, async (batch, stop) =>
            await _tables.CommitAsync(batch.Key.Table, batch.Key.Partition, batch.Rows, stop));
        await installation.Due.AnnounceAsync(copies.Where(c => c.Pattern.Next is not null).Select(c => (installation.Cases.Ref(c.Id).Dossier, c.Pattern.Next!.Value)), cancel);
    }

    private async Task<CasePattern> PatternAsync(int number, CancellationToken cancel)
    {
        var (id, seat, desk) = (Id(Pattern, number), seats[number % seats.Count], installation.CaseDesk);
        var raised = new Raised { Kind = CaseKind.Difficulty, Text = Words, Place = seat.Place, Seat = seat.Id };
        await desk.RaiseAsync(id, new Actor("raiser"), raised, cancel);
        if (number % 2 == 0 && number % 8 is 2 or 6) await StepAsync(new SentToCommittee());
        if (number % 8 is 4 or 7)
        {
            var due = DateOnly.FromDateTime(installation.Parts.Clock.GetUtcNow().UtcDateTime).AddDays(60);
            await StepAsync(new SentToAgency { Field = "y tế", Assignment = new Assignment("a1", agency.Id, [], "Khắc phục.", due) });
        }

        if (number % 8 == 7)
        {
            await StepAsync(new Accepted { Assignment = "a1" });
            await StepAsync(new Finished { Assignment = "a1", Result = "Đã khắc phục xong." });
            var today = installation.Parts.Rules.DayAt(installation.Parts.Clock.GetUtcNow());
            await StepAsync(new Answered { On = today, How = "Họp dân", ToWhom = "Bí thư chi bộ", Words = "Đã khắc phục xong." });
            await StepAsync(new Confirmed { Verdict = PlaceVerdict.HeardSettled });
        }
        else if (number % 2 == 1)
        {
            await StepAsync(new Withdrawn { Reason = "Địa phương đã tự giải quyết." });
        }

        await installation.Waker.WakeAsync(installation.Cases.Ref(id).Dossier, cancel: cancel);
        // As whoever lists the open ones does, ten minutes after the end.
        if (await installation.Dossiers.HeadAsync<CaseHead>(installation.Cases.Ref(id).Dossier, cancel) is { Head.End: not null }) await installation.CaseList.StrikeOpenAsync(id, cancel);
        return await CasePattern.ReadAsync(installation, id, Words, cancel);

        async Task StepAsync(CaseEvent step)
        {
            var result = await desk.StepAsync(id, new Actor("bench"), _ => step, cancel: cancel);
            if (result is not { Refused: null, State: not null }) throw new InvalidOperationException($"{step.GetType().Name} was refused: {result.Refused}.");
        }
    }

    private static string Id(string format, int number) => string.Format(CultureInfo.InvariantCulture, format, number);
}

/// <summary>A real case whose rows are copied.</summary>
/// <param name="Rows">Of its dossier.</param>
/// <param name="Lists">Rows about it in lists.</param>
/// <param name="Next">When it wants to be woken (UTC).</param>
internal sealed record CasePattern(string Id, string Words, bool IsOpen, DateTimeOffset? Next, IReadOnlyList<(string Key, string Body)> Rows, IReadOnlyList<(Table Table, string Partition, string Key, string Body)> Lists)
{
    public static async Task<CasePattern> ReadAsync(Installation installation, string id, string words, CancellationToken cancel)
    {
        var (tables, dossier) = (installation.Parts.Tables, installation.Cases.Ref(id).Dossier);
        var held = await installation.Dossiers.HeadAsync<CaseHead>(dossier, cancel) ?? throw new InvalidOperationException($"{id} is not there.");
        var rows = await tables.QueryAsync(dossier.Table, dossier.Partition, KeyRange.All, null, cancel);
        var lists = new List<(Table, string, string, string)>();
        foreach (var table in (Table[])[Table.Owed, Table.Listed])
        {
            await foreach (var row in tables.ScanAsync(table, cancel))
            {
                if (row.Row.Key.Contains(id, StringComparison.Ordinal)) lists.Add((table, row.Partition, row.Row.Key, Text(row.Row)));
            }
        }

        return new CasePattern(id, words, held.Head.End is null, held.Head.Next, [.. rows.Select(r => (r.Key, Text(r)))], lists);
    }

    private static string Text(Row row) => Encoding.UTF8.GetString(row.Body.Span);
}

/// <summary>A copy: the pattern's rows under its own id, with its own words.</summary>
internal sealed record CaseCopy(CasePattern Pattern, string Id, CaseKind Kind, string Place, DateOnly On, string Words)
{
    public IReadOnlyList<RowChange> Rows()
    {
        var words = JsonEncodedText.Encode(Words, Stored.Options.Encoder).ToString();
        return [.. Pattern.Rows.Select(r => new Insert(r.Key, Bytes(r.Body.Replace(Pattern.Words, words, StringComparison.Ordinal))))];
    }

    public IEnumerable<(Table Table, string Partition, RowChange Row)> Listed() => Pattern.Lists.Select(l => (l.Table, l.Partition, l.Body.Contains(Pattern.Words, StringComparison.Ordinal)
        ? (RowChange)new Insert(Keys.Join(On.ToString("yyyyMMdd", CultureInfo.InvariantCulture), Id), Stored.Bytes(new ListedCase(Id, Kind, Place, On, Words)))
        : new Insert(l.Key.Replace(Pattern.Id, Id, StringComparison.Ordinal), Bytes(l.Body))));

    private byte[] Bytes(string body) => Encoding.UTF8.GetBytes(body.Replace(Pattern.Id, Id, StringComparison.Ordinal));
}
