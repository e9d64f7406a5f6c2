using System.Security.Claims;

namespace Directives.Access;

/// <summary>
/// The one report that a signed-in person has opened: like a link's session, by the link that a letter of theirs would bring, so that each
/// use is judged again by the same rules.
/// </summary>
/// <param name="Link">Hash of the link's key.</param>
/// <param name="Sheet">Partition of the sheet.</param>
/// <param name="Official">Who owes it.</param>
/// <param name="Drafter">Who prepares it and may not file it; null for the official's own, or a substitute's.</param>
public sealed record OpenedReport(string Link, string Sheet, string Seat, string Official, string? Drafter)
{
    /// <summary>In whose right it was opened.</summary>
    public string Whom => Drafter ?? Official;

    /// <summary>The report that a request is about: a link's, or the one that a person has opened; null for none.</summary>
    public static LinkSession? HolderOf(ClaimsPrincipal user) => Session.Of(user) switch
    {
        LinkSession link => link,
        PersonSession { Opened: { } opened } person when opened.Whom == person.Whom => opened.As(person),
        _ => null,
    };

    /// <summary>What the session carries of it.</summary>
    public IEnumerable<Claim> Claims() =>
    [
        new("opened", Link), new("sheet", Sheet), new("seat", Seat), new("owner", Official),
        .. Drafter is { } drafter ? new Claim[] { new("drafter", drafter) } : [],
    ];

    /// <summary>Reads what <see cref="Claims"/> wrote; null for none.</summary>
    public static OpenedReport? Of(ClaimsPrincipal user)
    {
        string? Claim(string type) => user.FindFirstValue(type);
        return Claim("opened") is { } link && Claim("sheet") is { } sheet && Claim("seat") is { } seat && Claim("owner") is { } owner
            ? new OpenedReport(link, sheet, seat, owner, Claim("drafter"))
            : null;
    }

    private LinkSession As(PersonSession person) =>
        new(Link, Sheet, Seat, Official, person.Title, person.Language) { Drafter = Drafter, By = Drafter is null ? person.Actor : null };
}
