namespace Directives.Access;

/// <summary>Who may use an endpoint. Endpoints name it by <see cref="AdmitsExtensions.Allow"/>; what names nobody admits nobody.</summary>
[Flags]
public enum Who
{
    /// <summary>Nobody; also what a person may who has no role.</summary>
    Nobody = 0,

    /// <summary>Everyone, without a session: pages that show nothing of anybody.</summary>
    Anyone = 1,

    /// <summary>Whoever presents a personal key in the address; the endpoint itself checks the key.</summary>
    KeyHolder = 2,

    /// <summary>A session that a personal link opened, limited to that one thing.</summary>
    LinkHolder = 4,

    /// <summary>A person whom the register gives the office's duty.</summary>
    Office = 8,

    /// <summary>A person in charge of a place; the endpoint itself shows only what lies below that place.</summary>
    InCharge = 32,

    /// <summary>A visitor of the demonstration on this very machine; for all others the page does not exist.</summary>
    DemoVisitor = 16,

    /// <summary>The mail provider, which signs what it sends; the endpoint itself verifies the signature.</summary>
    MailProvider = 64,
}
