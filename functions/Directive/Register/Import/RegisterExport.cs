using Directives.Calendars;

namespace Directives.Register.Import;

/// <summary>The register as rows of a file that <see cref="ImportFile"/> reads (R1): what is in force, or begins later. Read back unchanged, it changes nothing.</summary>
public static class RegisterExport
{
    /// <summary>Header and rows.</summary>
    /// <param name="day">The local day whose state is written.</param>
    public static IEnumerable<IReadOnlyList<string>> Rows(ImportKind kind, RegisterContent content, IReadOnlyList<HolidayYear> years, DateOnly day) =>
        new[] { ImportColumns.All(kind) }.Concat(kind switch
        {
            ImportKind.Places => Places(content, day),
            ImportKind.Bodies => Bodies(content, day),
            ImportKind.Officials => content.Officials.OrderBy(o => o.Id, StringComparer.Ordinal).Select(o => (IReadOnlyList<string>)[o.Id, o.Title, o.TitleEn, o.Body ?? "", o.Address, o.Language]),
            ImportKind.Posts => Posts(content, day),
            _ => years.OrderBy(y => y.Year).SelectMany(Year),
        });

    // In the register's order: a file is easier to compare with the one it came from.
    private static IEnumerable<IReadOnlyList<string>> Places(RegisterContent content, DateOnly day)
    {
        var codes = new PlaceCodes(content.Places, day);
        var book = new PlaceBook(content.Places, day, codes);
        var known = new HashSet<string>(StringComparer.Ordinal);
        return content.Places.Where(p => known.Add(p.Code)).Select(p => book.Target(p.Code, null)).OfType<Place>()
            .Select(p => (IReadOnlyList<string>)[codes.Shown(p.Code), p.Name, p.Kind, p.Level, codes.Shown(p.Parent ?? ""), PlaceChecks.Text(p.From), Text(p.To)]);
    }

    private static IEnumerable<IReadOnlyList<string>> Bodies(RegisterContent content, DateOnly day)
    {
        var codes = new PlaceCodes(content.Places, day);
        return content.Bodies.OrderBy(b => b.Id, StringComparer.Ordinal).Select(b => (IReadOnlyList<string>)[b.Id, b.Name, b.NameEn, b.Kind, codes.Shown(b.Place ?? ""), b.Leader ?? "", b.Clerk ?? ""]);
    }

    // Vacant seats have a row too: whom it waits for is filled in there.
    private static IEnumerable<IReadOnlyList<string>> Posts(RegisterContent content, DateOnly day)
    {
        var posts = content.Posts.Where(p => p.To is null || p.To >= day).ToLookup(p => p.Seat, StringComparer.Ordinal);
        var places = content.Places.Where(p => p.To is null || p.To >= day).Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        var codes = new PlaceCodes(content.Places, day);
        foreach (var seat in content.Seats.OrderBy(s => s.Id, StringComparer.Ordinal))
        {
            foreach (var post in posts[seat.Id].OrderBy(p => p.From))
                yield return [seat.Id, codes.Shown(seat.Place), SeatFinder.Name(seat.Role), post.Official, PlaceChecks.Text(post.From), Text(post.To)];
            if (!posts[seat.Id].Any() && places.Contains(seat.Place)) yield return [seat.Id, codes.Shown(seat.Place), SeatFinder.Name(seat.Role), "", "", ""];
        }
    }

    private static IEnumerable<IReadOnlyList<string>> Year(HolidayYear year)
    {
        var number = $"{year.Year}";
        yield return [number, "", year.Verified ? HolidaysImport.Verified : HolidaysImport.Unverified, "", year.Note ?? "", "", "", "", ""];
        foreach (var s in year.Sources) yield return [number, Text(s.Date), HolidaysImport.Source, "", "", "", s.Number, s.Issuer, s.About];
        foreach (var d in year.Off) yield return [number, PlaceChecks.Text(d.Day), $"{d.Kind}".ToLowerInvariant(), "", d.Vi, d.En, d.By ?? "", "", ""];
        foreach (var d in year.Worked) yield return [number, PlaceChecks.Text(d.Day), HolidaysImport.Worked, PlaceChecks.Text(d.InsteadOf), d.Vi, d.En, "", "", ""];
    }

    private static string Text(DateOnly? day) => day is { } one ? PlaceChecks.Text(one) : "";
}
