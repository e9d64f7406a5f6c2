using System.Diagnostics;
using System.Text;
using CsvHelper;
using Directives.Register;

namespace Directives.Local.Bench;

/// <summary>The nation's places read and checked, against the library splitting the same bytes; and what the rules ask of the register.</summary>
internal static class RegisterBench
{
    private const int Repetitions = 7;
    private static readonly DateOnly Day = new(2023, 5, 8);

    public static Task<IReadOnlyList<BenchLine>> RunAsync(CancellationToken cancel)
    {
        var file = Encoding.UTF8.GetBytes(SyntheticNation.Csv());
        var nation = RegisterSnapshot.Build(TitledRegister.From(PlacesFile.Read(file, Day), Day));
        var (ours, plain, asked) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i <= Repetitions; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var watch = Stopwatch.StartNew();
            var places = PlacesFile.Read(file, Day).Count;
            var read = watch.Elapsed.TotalMilliseconds;
            watch.Restart();
            if (Split(file) != places) throw new InvalidDataException("The library read other rows.");
            var split = watch.Elapsed.TotalMilliseconds;
            watch.Restart();
            var answers = Ask(nation);
            var question = watch.Elapsed.TotalMicroseconds / answers;

            // The first one is for the compiler.
            if (i == 0) continue;
            ours.Add(read);
            plain.Add(split);
            asked.Add(question);
        }

        return Task.FromResult<IReadOnlyList<BenchLine>>(
        [
            BenchLine.Ratio("register", "read and check the nation's places / split them by the library", "ms", Spread.Of(ours), Spread.Of(plain), 10, true),
            BenchLine.Absolute("register", "one question to the register of the nation", "µs", Spread.Of(asked), 10),
        ]);
    }

    private static int Split(byte[] file)
    {
        using var reader = CsvReader.Create(file, CsvReaderOptions.Default with { Separator = ',' });
        var rows = 0;
        while (reader.Read()) rows++;
        return rows;
    }

    private static int Ask(RegisterSnapshot nation)
    {
        var found = 0;
        foreach (var seat in nation.Content.Seats)
        {
            found += nation.HolderOf(seat.Id, Day) is null ? 0 : 1;
            found += nation.InChargeAbove(seat.Place, Day).Count;
            found += nation.DutyHolder(Duty.Office, seat.Place, Day) is null ? 0 : 1;
        }

        return found;
    }
}
