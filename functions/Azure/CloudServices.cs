using Directives.Access.Entra;
using Directives.Web;
using Directives.Web.Health;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Cloud;

/// <summary>What the functions ask for.</summary>
internal static class CloudServices
{
    /// <summary>Registers the installation, the site and what keeps its alarms.</summary>
    public static IServiceCollection AddDirectiveCloud(this IServiceCollection services, CloudInstallation cloud)
    {
        services.AddDirectiveEngine(cloud.Installation, cloud.Settings.Mail.SendGrid.EventKey);
        services.AddSingleton<AlarmLine>().AddSingleton<SiteRunner>();
        services.AddSingleton(cloud.Signals).AddSingleton<Pulse>();
        services.AddHostedService<BellLoop>();
        return services.AddDirectiveWeb(new SiteOptions
        {
            PublicAddress = cloud.Settings.PublicAddress,
            OtherHosts = cloud.Settings.OtherHosts,
            // No demonstration here, whatever the tables hold.
            IsSample = false,
            Entra = EntraOptions.OfProcess(),
        });
    }
}
