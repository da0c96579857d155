//! A security alert from Microsoft about a customer's tenant, of either generation.

use super::Extra;
use super::ids::{AlertId, CustomerId, SubscriptionId};
use super::instant::Instant;
use super::vocabulary::vocabulary;

vocabulary! {
    /// Where the alert was read from.
    AlertSource {
        /// Partner Center REST `fraudEvents`, deprecated since the end of 2024.
        FraudEvents = "fraud_events",
        /// Microsoft Graph `partnerSecurityAlert`.
        Graph = "graph",
        Webhook = "webhook",
        /// Typed in from a mail or the portal.
        ByHand = "by_hand",
    }
}

vocabulary! {
    /// What the alert is about, whichever generation of names it uses.
    AlertFamily {
        CryptoMining = "crypto_mining" | "CryptoMining" | "NetworkConnectionsToCryptoMiningPools",
        UsageAnomaly = "usage_anomaly" | "UsageAnomalyDetection" | "ARM_AnomalousResourceConsumption"
            | "anomalousResourceConsumption",
        Deployment = "deployment" | "VirtualMachineDeploymentAnomaly" | "VM_AnomalousDeployment"
            | "MultiRegionVirtualMachineScaleSetDeploymentAnomaly"
            | "AzureBatch_AnomalousDeployment" | "AzureContainerInstances_AnomalousDeployment",
        MachineLearning = "machine_learning" | "MultiRegionMachineLearningUsageAnomaly"
            | "AzureMachineLearning_AnomalousDeployment",
        SuspiciousOperations = "suspicious_operations" | "ARM_SuspiciousOperations",
        ServiceHealth = "service_health" | "ServiceHealthSecurityAdvisory",
    }
}

vocabulary! {
    AlertStatus {
        Active = "active",
        Investigating = "investigating",
        Resolved = "resolved" | "resolve",
    }
}

vocabulary! {
    /// The answer given to Microsoft. `stated as none` while unresolved.
    Verdict {
        Unstated = "none",
        Fraud = "fraud",
        Legitimate = "legitimate",
        /// Older than can be judged.
        Ignore = "ignore",
    }
}

vocabulary! {
    Level {
        Informational = "informational",
        Low = "low",
        Medium = "medium",
        High = "high",
    }
}

/// One change of an alert's status, as Microsoft logged it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlertActivity {
    pub at: Option<Instant>,
    pub from: String,
    pub to: String,
    pub by: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alert {
    pub id: AlertId,
    pub source: AlertSource,
    /// The type exactly as written.
    pub kind: String,
    pub family: AlertFamily,
    pub title: Option<String>,
    pub description: Option<String>,
    pub detected: Instant,
    pub first_seen: Option<Instant>,
    pub last_seen: Option<Instant>,
    pub customer: CustomerId,
    pub customer_name: Option<String>,
    pub subscription: Option<SubscriptionId>,
    pub severity: Level,
    pub confidence: Level,
    pub status: AlertStatus,
    pub verdict: Verdict,
    pub resolved: Option<Instant>,
    pub hit_count: Option<i64>,
    /// Azure resource ids, or names where no id is given.
    pub resources: Vec<String>,
    /// Details by their own names, such as `VM_IP`.
    pub details: Extra,
    pub activity: Vec<AlertActivity>,
    /// A test alert: shown, never counted.
    pub is_test: bool,
    pub extra: Extra,
}
