namespace Directives.Web.Demo;

/// <summary>How the people to be are grouped.</summary>
public enum DemoGroup
{
    /// <summary>The office and the leaders.</summary>
    Office,

    /// <summary>In charge of a place.</summary>
    InCharge,

    /// <summary>Monitoring a place.</summary>
    Monitor,

    /// <summary>Leaders of a place itself.</summary>
    Local,
}
