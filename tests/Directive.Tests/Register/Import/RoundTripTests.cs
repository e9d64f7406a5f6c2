using CsCheck;
using Directives.Calendars;
using Directives.Register;
using Directives.Register.Import;
using Directives.Register.Import.Sheets;

namespace Directives.Tests.Register.Import;

/// <summary>What is exported and imported back, on random registers.</summary>
public sealed class RoundTripTests
{
    private static readonly string[] Texts = ["=1+1", "+84", "-x", "@a", "'=b", "''", "\"quoted\"", "a,b;c", "Xã Hoà", "Xã Hòa", " trong ", "0012", "1e5", "TRUE", "30/02/2023", "#REF!", "Đ\u0302", "<b>&amp;</b>", "'"];
    private static readonly Gen<RegisterContent> Contents = Gen.Int[0, int.MaxValue].Select(seed => Make(new Random(seed)));

    [Fact]
    public void Exported_and_imported_unchanged_nothing_changes() => Contents.Sample(content =>
    {
        RegisterSnapshot.Build(content);
        foreach (var kind in Enum.GetValues<ImportKind>())
        {
            var rows = RegisterExport.Rows(kind, content, HolidayFile.Vietnam.Years, Plans.Day).ToList();
            foreach (var file in new[] { SheetWriter.Csv(rows), SheetWriter.Xlsx("x", rows) })
            {
                var plan = ImportPlanner.Of(ImportFile.Read(file, kind), content, HolidayFile.Vietnam.Years, Plans.Day, trusted: false);
                Assert.True(plan is { IsClean: true, Changes: false }, $"{kind}: {string.Join('\n', plan.Wrong.Concat(plan.Ambiguous).Concat(plan.New).Concat(plan.Changed))}");
                Assert.Empty(plan.New.Concat(plan.Changed).Concat(plan.Gone));
            }
        }
    }, iter: 60);

    [Fact]
    public void What_was_carried_out_is_not_to_be_done_again_and_the_past_stays() => Gen.Select(Contents, Gen.Int[0, int.MaxValue]).Sample((before, seed) =>
    {
        var dice = new Random(seed);
        foreach (var kind in (ImportKind[])[ImportKind.Places, ImportKind.Officials, ImportKind.Posts])
        {
            // Another state's file, read as what this one is to become.
            var rows = RegisterExport.Rows(kind, Make(new Random(seed)), [], Plans.Day).ToList();
            var file = ImportFile.Read(SheetWriter.Csv(dice.Next(2) == 0 ? rows : [rows[0], .. rows.Skip(1).OrderBy(_ => dice.Next())]), kind);
            var plan = ImportPlanner.Of(file, before, [], Plans.Day, trusted: true);
            Assert.True(plan.IsClean || plan.After is null);
            if (plan.After is not { } after) continue;
            RegisterSnapshot.Build(after);
            // Every day before this one has the same register as it had.
            Assert.All(before.Posts.Where(p => p.To < Plans.Day), p => Assert.Contains(p, after.Posts));
            foreach (var place in before.Places.Where(p => p.From < Plans.Day))
                Assert.Equal(place with { To = null }, Assert.Single(after.Places, p => p.Code == place.Code && p.From == place.From) with { To = null });
            var again = ImportPlanner.Of(file, after, [], Plans.Day, trusted: true);
            Assert.True(again is { IsClean: true, Changes: false }, $"{kind}: {string.Join('\n', again.Wrong.Concat(again.Ambiguous).Concat(again.New).Concat(again.Changed))}");
        }
    }, iter: 200);

    private static RegisterContent Make(Random dice)
    {
        var places = new List<Place> { new("1", "Tỉnh", "Tỉnh", "province", null, Registers.Start) };
        var count = dice.Next(1, 8);
        // Names of places differ, as they do below one place above.
        for (var i = 0; i < count; i++)
            places.Add(new($"{i:000}", $"{Texts[dice.Next(Texts.Length)]}{i}", Texts[dice.Next(Texts.Length)], "commune", places[dice.Next(places.Count)].Code, Registers.Start, dice.Next(9) == 0 ? new(2024, 1, 1) : null));
        var officials = Enumerable.Range(0, dice.Next(1, 6)).Select(i => new Official($"o{i}", Texts[dice.Next(Texts.Length)], Texts[dice.Next(Texts.Length)], dice.Next(2) == 0 ? "b0" : null, $"o{i}@place.example", dice.Next(2) == 0 ? "vi" : "en")).ToList();
        var bodies = new[] { new Body("b0", Texts[dice.Next(Texts.Length)], Texts[dice.Next(Texts.Length)], "agency", dice.Next(2) == 0 ? "1" : null, null, dice.Next(2) == 0 ? "o0" : null) };
        var (seats, posts) = (new List<Seat>(), new List<Post>());
        foreach (var place in places)
        {
            var seat = new Seat($"{place.Code}.monitor", place.Code, SeatRole.Monitor);
            seats.Add(seat);
            var from = Registers.Start;
            for (var n = dice.Next(3); n > 0; n--)
            {
                DateOnly? to = n == 1 && dice.Next(2) == 0 ? null : from.AddDays(dice.Next(900));
                posts.Add(new(seat.Id, officials[dice.Next(officials.Count)].Id, from, to));
                if (to is null) break;
                from = to.Value.AddDays(dice.Next(1, 90));
            }
        }

        return new(places, bodies, officials, seats, posts, []);
    }
}
