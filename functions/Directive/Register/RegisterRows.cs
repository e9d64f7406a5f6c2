using System.Security.Cryptography;
using Directives.Tables;

namespace Directives.Register;

/// <summary>How the records of a register become rows of one generation, and back.</summary>
internal static class RegisterRows
{
    public readonly record struct Staged(string Key, byte[] Body);

    public static IEnumerable<Staged> Of(RegisterContent content)
    {
        foreach (var p in content.Places) yield return Row(p, "place", p.Code, Day(p.From));
        foreach (var b in content.Bodies) yield return Row(b, "body", b.Id);
        foreach (var o in content.Officials) yield return Row(o, "official", o.Id);
        foreach (var s in content.Seats) yield return Row(s, "seat", s.Id);
        foreach (var p in content.Posts) yield return Row(p, "post", p.Seat, Day(p.From), p.Official);
        foreach (var p in content.Positions) yield return Row(p, "position", $"{p.Duty}", p.Place, p.Official, Day(p.From));
        foreach (var s in content.Substitutes) yield return Row(s, "substitute", s.For, s.By, Day(s.From));
        foreach (var a in content.Absences) yield return Row(a, "absence", a.Official, Day(a.From));
        foreach (var s in content.Successions) yield return Row(s, "succession", s.From, s.To, Day(s.On));
        foreach (var s in content.SeatSuccessions) yield return Row(s, "seat-succession", s.From, Day(s.On));
        foreach (var d in content.Decrees) yield return Row(d, "decree", d.Number);
    }

    public static RegisterContent Content(IReadOnlyList<Row> rows)
    {
        var places = new List<Place>();
        var bodies = new List<Body>();
        var officials = new List<Official>();
        var seats = new List<Seat>();
        var posts = new List<Post>();
        var positions = new List<Position>();
        var substitutes = new List<Substitute>();
        var absences = new List<Absence>();
        var successions = new List<Succession>();
        var seatSuccessions = new List<SeatSuccession>();
        var decrees = new List<Decree>();
        foreach (var row in rows)
        {
            switch (row.Key.AsSpan(0, row.Key.IndexOf('|', StringComparison.Ordinal)))
            {
                case "place": places.Add(Stored.Read<Place>(row)); break;
                case "body": bodies.Add(Stored.Read<Body>(row)); break;
                case "official": officials.Add(Stored.Read<Official>(row)); break;
                case "seat": seats.Add(Stored.Read<Seat>(row)); break;
                case "post": posts.Add(Stored.Read<Post>(row)); break;
                case "position": positions.Add(Stored.Read<Position>(row)); break;
                case "substitute": substitutes.Add(Stored.Read<Substitute>(row)); break;
                case "absence": absences.Add(Stored.Read<Absence>(row)); break;
                case "succession": successions.Add(Stored.Read<Succession>(row)); break;
                case "seat-succession": seatSuccessions.Add(Stored.Read<SeatSuccession>(row)); break;
                case "decree": decrees.Add(Stored.Read<Decree>(row)); break;
                default: throw new InvalidDataException($"Register row '{row.Key}' is of no known kind.");
            }
        }

        return new RegisterContent(places, bodies, officials, seats, posts, positions)
        {
            Substitutes = substitutes,
            Absences = absences,
            Successions = successions,
            SeatSuccessions = seatSuccessions,
            Decrees = decrees,
        };
    }

    /// <summary>Digest of rows in the order of their keys.</summary>
    public static string Digest(IEnumerable<ReadOnlyMemory<byte>> bodies)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var body in bodies) hash.AppendData(body.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static Staged Row<T>(T record, params ReadOnlySpan<string> key) => new(Keys.Join(key), Stored.Bytes(record));

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", null);
}
