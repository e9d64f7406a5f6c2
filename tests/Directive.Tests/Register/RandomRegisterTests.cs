using System.Globalization;
using CsCheck;
using Directives.Register;

namespace Directives.Tests.Register;

/// <summary>The index answers like a search through the plain lists, on random registers.</summary>
public sealed class RandomRegisterTests
{
    private const int Days = 12;
    private static readonly Gen<RegisterContent> Contents = Gen.Int[0, int.MaxValue].Select(seed => Make(new Random(seed)));

    [Fact]
    public void Queries_agree_with_a_plain_search() => Contents.Sample(content =>
    {
        RegisterSnapshot snapshot = RegisterSnapshot.Build(content);
        for (int d = 0; d < Days; d++)
        {
            DateOnly day = Registers.Start.AddDays(d);
            Assert.Equal(SeatsPlain(content, day, filled: true), snapshot.SeatsInForce(day));
            Assert.Equal(SeatsPlain(content, day, filled: false), snapshot.VacantSeats(day));
            foreach (string code in content.Places.Select(p => p.Code).Distinct())
                ComparePlace(content, snapshot, code, day);
            foreach (Official official in content.Officials)
            {
                Assert.Equal(
                    content.Posts.Where(p => p.Official == official.Id && On(p.From, p.To, day))
                        .OrderBy(p => p.Seat, StringComparer.Ordinal),
                    snapshot.PostsOf(official.Id, day));
            }
        }
    }, iter: 300);

    [Fact]
    public void The_order_of_the_lists_changes_no_answer() => Contents.Sample(content =>
    {
        RegisterSnapshot one = RegisterSnapshot.Build(content);
        RegisterSnapshot other = RegisterSnapshot.Build(new RegisterContent(
            [.. content.Places.Reverse()], [], [.. content.Officials.Reverse()], [.. content.Seats.Reverse()],
            [.. content.Posts.Reverse()], [.. content.Positions.Reverse()]));
        DateOnly day = Registers.Start.AddDays(Days / 2);
        Assert.Equal(one.Roots, other.Roots);
        Assert.Equal(one.SeatsInForce(day), other.SeatsInForce(day));
        foreach (string code in content.Places.Select(p => p.Code))
        {
            Assert.Equal(one.Children(code), other.Children(code));
            Assert.Equal(one.InChargeAbove(code, day), other.InChargeAbove(code, day));
            foreach (Duty duty in Enum.GetValues<Duty>())
                Assert.Equal(one.DutyHolder(duty, code, day), other.DutyHolder(duty, code, day));
        }
    });

    [Fact]
    public void The_tree_of_a_day_holds_every_place_in_force_once_and_counts_every_seat() => Contents.Sample(content =>
    {
        RegisterSnapshot snapshot = RegisterSnapshot.Build(content);
        for (int d = 0; d < Days; d++)
        {
            DateOnly day = Registers.Start.AddDays(d);
            TreeOnDay tree = TreeOnDay.Of(snapshot, day);
            var inForce = content.Places.Where(p => On(p.From, p.To, day)).ToDictionary(p => p.Code);
            List<Place> found = [.. tree.Roots];
            for (int i = 0; i < found.Count; i++)
                found.AddRange(tree.Below(found[i].Code));
            Assert.Equal(inForce.Values.OrderBy(p => p.Code, StringComparer.Ordinal), found.OrderBy(p => p.Code, StringComparer.Ordinal));
            Assert.Equal(new SeatFill(inForce.Count, snapshot.SeatsInForce(day).Count, snapshot.VacantSeats(day).Count), tree.All);
            foreach (Place place in inForce.Values)
            {
                // Whoever is reached upwards, through places in force only, is counted below.
                bool IsBelow(string code) =>
                    code == place.Code || (inForce.TryGetValue(code, out Place? at) && at.Parent is { } parent && inForce.ContainsKey(parent) && IsBelow(parent));
                Assert.Equal(
                    new SeatFill(
                        inForce.Keys.Count(c => c != place.Code && IsBelow(c)), snapshot.SeatsInForce(day).Count(s => IsBelow(s.Place)),
                        snapshot.VacantSeats(day).Count(s => IsBelow(s.Place))),
                    tree.Fill(place.Code));
            }
        }
    }, iter: 300);

    private static void ComparePlace(RegisterContent content, RegisterSnapshot snapshot, string code, DateOnly day)
    {
        List<Place> above = AbovePlain(content, code, day);
        Assert.Equal(above, snapshot.Ancestors(code, day));
        Assert.Equal(
            above.SelectMany(p => content.Seats.Where(s => s.Place == p.Code && s.Role == SeatRole.InCharge)
                    .OrderBy(s => s.Id, StringComparer.Ordinal))
                .Select(s => HolderPlain(content, s.Id, day)).OfType<Official>().Distinct(),
            snapshot.InChargeAbove(code, day));
        Assert.Equal(
            content.Places.Where(p => p.Code == code && On(p.From, p.To, day)).SingleOrDefault(), snapshot.PlaceOf(code, day));
        foreach (Duty duty in Enum.GetValues<Duty>())
        {
            Position? nearest = above.Select(p => p.Code).Prepend(code)
                .Select(c => content.Positions.Where(p => p.Duty == duty && p.Place == c && On(p.From, p.To, day))
                    .OrderByDescending(p => p.From).ThenBy(p => p.Official, StringComparer.Ordinal).FirstOrDefault())
                .FirstOrDefault(p => p is not null);
            Assert.Equal(nearest?.Official, snapshot.DutyHolder(duty, code, day)?.Id);
            Assert.Equal(
                nearest is null ? [] : content.Positions
                    .Where(p => p.Duty == duty && p.Place == nearest.Place && On(p.From, p.To, day))
                    .Select(p => p.Official).Distinct().Order(StringComparer.Ordinal),
                snapshot.DutyHolders(duty, code, day).Select(o => o.Id));
        }

        foreach (Seat seat in content.Seats.Where(s => s.Place == code))
            Assert.Equal(HolderPlain(content, seat.Id, day), snapshot.HolderOf(seat.Id, day));
    }

    private static bool On(DateOnly from, DateOnly? to, DateOnly day) => from <= day && (to ?? DateOnly.MaxValue) >= day;

    private static Place VersionPlain(RegisterContent content, string code, DateOnly day)
    {
        List<Place> versions = [.. content.Places.Where(p => p.Code == code).OrderBy(p => p.From)];
        return versions.LastOrDefault(p => p.From <= day) ?? versions[0];
    }

    private static List<Place> AbovePlain(RegisterContent content, string code, DateOnly day)
    {
        var above = new List<Place>();
        for (string? parent = VersionPlain(content, code, day).Parent; parent is not null; parent = above[^1].Parent)
            above.Add(VersionPlain(content, parent, day));
        return above;
    }

    private static Official? HolderPlain(RegisterContent content, string seat, DateOnly day) =>
        content.Posts.SingleOrDefault(p => p.Seat == seat && On(p.From, p.To, day)) is { } post
            ? content.Officials.Single(o => o.Id == post.Official)
            : null;

    private static List<Seat> SeatsPlain(RegisterContent content, DateOnly day, bool filled) =>
        [.. content.Seats.Where(s => content.Places.Any(p => p.Code == s.Place && On(p.From, p.To, day)))
            .Where(s => HolderPlain(content, s.Id, day) is not null == filled).OrderBy(s => s.Id, StringComparer.Ordinal)];

    private static RegisterContent Make(Random random)
    {
        var places = new List<Place>();
        int count = random.Next(1, 10);
        for (int i = 0; i < count; i++)
        {
            // A parent always comes earlier, in every version: no circles.
            string? Parent() => i == 0 || random.Next(5) == 0 ? null : Name(random.Next(i));
            DateOnly from = Day(random), change = from.AddDays(random.Next(1, 6));
            bool changes = random.Next(3) == 0;
            DateOnly? to = changes || random.Next(4) == 0 ? change : null;
            places.Add(Registers.Place(Name(i), Parent()) with { From = from, To = to });
            DateOnly again = change.AddDays(random.Next(1, 3));
            if (changes)
                places.Add(Registers.Place(Name(i), Parent()) with { Name = "Xã mới", From = again });
        }

        List<Official> officials = [.. Enumerable.Range(0, 4).Select(i => Registers.Person("o" + Name(i)))];
        List<Seat> seats = [.. Enumerable.Range(0, random.Next(1, 9)).Select(i =>
            new Seat("s" + Name(i), Name(random.Next(count)), random.Next(3) == 0 ? SeatRole.Monitor : SeatRole.InCharge))];
        var posts = new List<Post>();
        foreach (Seat seat in seats)
        {
            DateOnly from = Day(random);
            for (int i = random.Next(3); i > 0; i--)
            {
                DateOnly to = from.AddDays(random.Next(4));
                posts.Add(new Post(seat.Id, officials[random.Next(4)].Id, from, i == 1 && random.Next(2) == 0 ? null : to));
                from = to.AddDays(random.Next(1, 3));
            }
        }

        List<Position> positions = [.. Enumerable.Range(0, random.Next(12)).Select(_ =>
        {
            DateOnly from = Day(random);
            return new Position((Duty)random.Next(6), Name(random.Next(count)), officials[random.Next(4)].Id, from,
                random.Next(2) == 0 ? null : from.AddDays(random.Next(6)));
        })];
        return new RegisterContent(places, [], officials, seats, posts, positions);
    }

    private static DateOnly Day(Random random) => Registers.Start.AddDays(random.Next(Days / 2));

    private static string Name(int number) => number.ToString(CultureInfo.InvariantCulture);
}
