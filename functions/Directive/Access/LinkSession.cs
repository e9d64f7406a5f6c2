using System.Security.Claims;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Language;

namespace Directives.Access;

/// <summary>A link, and what it opens, as they stood a moment ago.</summary>
internal sealed record LinkSeen(Link Link, SeatSeen Seat);

/// <summary>A session that a personal link opened: one obligation, for one official, and nothing else.</summary>
/// <param name="Link">Hash of the link's key; the link's row is read again at each use.</param>
/// <param name="Sheet">Partition of the sheet.</param>
/// <param name="Seat">The seat that owes.</param>
public sealed record LinkSession(string Link, string Sheet, string Seat, string Official, Bilingual Title, string Language)
    : Session(Official, Title, Language)
{
    /// <summary>The assistant or clerk who opened a draft link; null for the official.</summary>
    public string? Drafter { get; init; }

    /// <summary>Who opened a link of a substitute; null for the official's own.</summary>
    public string? Substitute { get; init; }

    /// <summary>Who acts, where that is not the official alone: a standing substitute.</summary>
    public Actor? By { get; init; }

    /// <summary>Who acts, and for whom, as the trail has it.</summary>
    public Actor Actor => Drafter is { } drafter ? new Actor(drafter, Official) : By ?? (Substitute is { } substitute ? new Actor(substitute, Official) : new Actor(Official));

    /// <summary>Whether this session may file: filing takes the official.</summary>
    public bool MayFile => Drafter is null;

    /// <summary>What the request that begins the session has just read; a session that comes back reads it again.</summary>
    internal LinkSeen? Seen { get; init; }

    /// <summary>From where the request comes that is about to act; null where nobody asks.</summary>
    internal LinkUse? Use { get; init; }

    protected override IEnumerable<Claim> Own() =>
        [
            new("kind", "link"), new("link", Link), new("sheet", Sheet), new("seat", Seat),
            .. Drafter is { } drafter ? new Claim[] { new("drafter", drafter) } : [],
            .. Substitute is { } substitute ? new Claim[] { new("substitute", substitute) } : [],
        ];
}
