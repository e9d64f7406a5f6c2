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

    /// <summary>Anyone who has signed in; the endpoint itself shows only what is theirs.</summary>
    Person = 128,

    /// <summary>A person who holds a post; own posts and what came of them.</summary>
    Official = 256,

    /// <summary>A person whom an official has named to prepare reports.</summary>
    Assistant = 512,

    /// <summary>The leader of a place; their own place only.</summary>
    LocalLeader = 1024,

    /// <summary>A person of an agency, or its clerk; what their own body has to do.</summary>
    Agency = 2048,

    /// <summary>A member of the Standing Committee.</summary>
    Committee = 4096,

    /// <summary>Writes down what the committee decides; needs a second factor, like those below.</summary>
    Recorder = 8192,

    /// <summary>Reads what is confidential.</summary>
    ConfidentialDesk = 16384,

    /// <summary>Reads the trail, not the contents.</summary>
    Auditor = 32768,

    /// <summary>Register, editions and access; not reports.</summary>
    Administrator = 65536,

    /// <summary>A session that a link to a recommendation opened, limited to that one; what it owes there is judged by the endpoint itself.</summary>
    CaseHolder = 131072,
}
